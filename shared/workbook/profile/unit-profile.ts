import exceljs from 'exceljs';
import type { Files } from '../../release/frozen-inputs.ts';
import type { ReportSource } from '../../release/report-source.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { addCharts } from '../report/charts/add-charts.ts';
import { addDataSheet } from '../report/charts/data-sheet.ts';
import { addFigureSheets } from '../report/charts/figure-sheets.ts';
import { describeWorkbook } from '../report/ranking-report.ts';
import { addChangesOfUnitSheet } from './changes-of-unit-sheet.ts';
import { figuresOfUnit } from './figures-of-unit.ts';
import { addHistorySheet } from './history-sheet.ts';
import { addIndicatorsOfUnitSheet } from './indicators-of-unit-sheet.ts';
import { addMeasuresOfUnitSheet } from './measures-of-unit-sheet.ts';
import { addOriginSheet } from './origin-sheet.ts';
import { addProfileCover, writeCoverContents } from './profile-cover.ts';
import { type ProfileSource, profileSourceOf } from './profile-source.ts';
import { subjectVi } from './profile-words.ts';

/** Below a release's folder. */
export const profilePath = (unitId: string): string => `units/${unitId}.xlsx`;

/** Units that have a public profile, in the order of the release. */
export const profiledUnits = ({ scoreboard, inputs }: ReportSource): string[] =>
  inputs ? scoreboard.units.map(({ unit_id }) => unit_id) : [];

/** More sheets of a profile that is no part of a release. */
export type MoreSheets = (workbook: exceljs.Workbook) => void;

/**
 * The public profiles of some units, all where none are named. Holds only what is published with the release. None where
 * scores were carried over to successors: nobody declared a figure then.
 */
export async function writeUnitProfiles(source: ReportSource, unitIds?: readonly string[]): Promise<Files> {
  const files: Files = new Map();
  if (!source.inputs) return files;
  const profile = profileSourceOf(source, source.inputs);
  const asked = unitIds && new Set(unitIds);
  // One at a time: a workbook is large while it is written.
  for (const unit of source.scoreboard.units) {
    if (asked && !asked.has(unit.unit_id)) continue;
    files.set(profilePath(unit.unit_id), await writeUnitProfile(profile, unit));
  }
  return files;
}

/** Equal arguments give equal bytes on any machine. */
export async function writeUnitProfile(
  profile: ProfileSource,
  unit: ScoreboardUnit,
  addMore: MoreSheets = () => {},
): Promise<Uint8Array> {
  const { scoreboard } = profile.source;
  const workbook = new exceljs.Workbook();
  describeWorkbook(workbook, scoreboard, `${subjectVi}: ${profile.nameOf(unit)}, ${periodVi(scoreboard)}`);
  const cover = addProfileCover(workbook, profile, unit);
  addMeasuresOfUnitSheet(workbook, profile, unit);
  addIndicatorsOfUnitSheet(workbook, profile, unit);
  addChangesOfUnitSheet(workbook, profile, unit);
  addHistorySheet(workbook, profile, unit);
  const { charts, data } = addFigureSheets(workbook, scoreboard, figuresOfUnit(profile, unit));
  addOriginSheet(workbook, profile, unit);
  addMore(workbook);
  addDataSheet(workbook, data);
  writeCoverContents(cover, workbook, scoreboard);
  return finishWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()), (parts) => addCharts(parts, charts));
}
