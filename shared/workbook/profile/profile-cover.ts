import type { Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { formatList } from '../../format/format-list.ts';
import { againstPeriodVi } from '../../release/changes/changes-words.ts';
import { officeOf } from '../../release/office.ts';
import { movedMostVi } from '../../release/profile/indicator-changes-words.ts';
import { profileSentencesVi } from '../../release/profile/profile-sentences.ts';
import { noticesVi, periodVi, releaseVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { findGroup } from '../../units/groups.ts';
import { coverWidths, setUpCover, write, writeBody, writeHeading } from '../report/cover-sheet.ts';
import { reportingOffice, rule } from '../report/cover-words.ts';
import type { ProfileSource } from './profile-source.ts';
import { contentsVi, sheetsVi, subjectVi } from './profile-words.ts';

const name = 'Times New Roman';

/** What is to be known of the unit, in sentences on one page. Not a letter: it has no number, no date and no signature. */
export function addProfileCover(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): Worksheet {
  const { source, group, nameOf, alone } = profile;
  const { scoreboard } = source;
  const sheet = workbook.addWorksheet(sheetsVi.cover, {
    views: [{ state: 'normal', zoomScale: 100, activeCell: 'A1' }],
  });
  sheet.columns = coverWidths.map((width) => ({ width }));
  setUpCover(sheet, scoreboard);
  writeHeading(sheet, reportingOffice(findGroup(scoreboard.group)?.owner ?? '', officeOf(scoreboard.group)));
  for (const cell of ['A5', 'E5']) sheet.getCell(cell).value = null;
  write(sheet, 7, 'full', subjectVi, { font: { name, size: 14, bold: true } });
  write(sheet, 8, 'full', `${nameOf(unit)}, ${periodVi(scoreboard)}`, { font: { name, size: 14, bold: true } });
  write(sheet, 9, 'full', rule, { font: { name, size: 10 } });
  for (const row of [7, 8, 9]) sheet.getRow(row).height = 22;
  const opening = `Đợt công bố ${releaseVi(scoreboard)}, số liệu đến ngày ${formatDate(scoreboard.closing_date)}.`;
  const formed = unit.formed_from_vi.length > 0 ? [`Đơn vị hình thành từ ${formatList(unit.formed_from_vi)}.`] : [];
  let row = 10;
  const sentences = profileSentencesVi(source, unit, alone ? null : group);
  for (const text of [opening, ...formed, ...sentences, ...movedVi(profile, unit)]) row = writeBody(sheet, row, text);
  return sheet;
}

/** Of single indicators, where the release knows what they were before. */
function movedVi({ source, indicatorChanges }: ProfileSource, { unit_id }: ScoreboardUnit): string[] {
  const changes = indicatorChanges?.of(unit_id);
  if (!source.changes || !changes) return [];
  const nameOf = (code: string) => indicatorChanges!.indicators.get(code)!.name_vi;
  const sentence = movedMostVi(changes, againstPeriodVi(source.changes), nameOf);
  return sentence === '' ? [] : [sentence];
}

/** Last, when all sheets are there: which of them follow, and the notices. */
export function writeCoverContents(sheet: Worksheet, workbook: Workbook, scoreboard: Scoreboard): void {
  const follow = workbook.worksheets.filter(({ name, state }) => state === 'visible' && name !== sheet.name);
  let row = writeBody(sheet, sheet.rowCount + 1, contentsVi(follow.map(({ name }) => name)));
  for (const notice of noticesVi(scoreboard)) row = writeBody(sheet, row, notice, { bold: true });
  sheet.pageSetup.printArea = `A$1:G$${row}`;
}
