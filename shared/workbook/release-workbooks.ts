import type { WriteReports } from '../release/report-source.ts';
import { isComparable, writeComparison } from './comparison/comparison-workbook.ts';
import { writeUnitProfiles } from './profile/unit-profile.ts';
import { writeRecomputeWorkbook } from './recompute/recompute-workbook.ts';
import { writeRankingReport } from './report/ranking-report.ts';

/** Workbooks of the group; scores that were carried over to successors have no declared figures to compute from. */
export const writeGroupWorkbooks: WriteReports = async (source) =>
  new Map([
    ['ranking.xlsx', await writeRankingReport(source)],
    ...(isComparable(source) ? [['comparison.xlsx', await writeComparison(source)] as const] : []),
    ...(source.inputs ? [['tinh-lai.xlsx', await writeRecomputeWorkbook(source, source.inputs)] as const] : []),
  ]);

/** Every workbook of a release, for whoever makes it in one go. */
export const writeReleaseWorkbooks: WriteReports = async (source) =>
  new Map([...(await writeGroupWorkbooks(source)), ...(await writeUnitProfiles(source))]);
