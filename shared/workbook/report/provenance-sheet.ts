import type { Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { formatList } from '../../format/format-list.ts';
import { releaseNameVi } from '../../release/release-name.ts';
import { periodVi, releaseVi } from '../../release/scoreboard-words.ts';
import { fullNamesOf } from '../../release/unit-full-names.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { type PlainTable, writePlainTable } from './plain-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';
import { fonts } from './report-style.ts';

const columns = [
  { header: 'Mã đơn vị', width: 20 },
  { header: 'Đơn vị', width: 27 },
  { header: 'Hình thành từ', width: 25 },
  { header: 'Mã băm SHA-256 của biểu mẫu đã nhận', width: 62, font: 'digest' },
] satisfies PlainTable['columns'];

/** From the release down to the file that each unit handed in. */
export function addProvenanceSheet(workbook: Workbook, scoreboard: Scoreboard): void {
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Nguồn gốc',
    title: 'Nguồn gốc số liệu',
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: '',
  });
  const facts = releaseFacts(scoreboard);
  for (const [index, fact] of facts.entries()) writeFact(sheet, headerRow + index, fact);
  const nameOf = fullNamesOf(scoreboard);
  const rows = scoreboard.units.map((unit) => [
    ...[unit.unit_id, nameOf(unit), formatList(unit.formed_from_vi)],
    submissionOf(unit, scoreboard),
  ]);
  writePlainTable(sheet, { columns, rows, startRow: headerRow + facts.length + 1 });
}

export function releaseFacts(scoreboard: Scoreboard): [string, string][] {
  const { framework, derived_from } = scoreboard;
  return [
    ['Đợt công bố', `${releaseVi(scoreboard)} (${scoreboard.release})`],
    ...(derived_from === null
      ? []
      : [['Tính lại từ đợt', `${releaseNameVi(derived_from)} (${derived_from})`] as [string, string]]),
    ['Nhóm đơn vị', `${scoreboard.group_name_vi} (${scoreboard.group})`],
    ['Kỳ đánh giá', `${periodVi(scoreboard)}, số liệu đến ngày ${formatDate(scoreboard.closing_date)}`],
    ['Bộ chỉ số', `${framework.framework_id}, phiên bản ${framework.version} (${framework.legal_number})`],
    ['Mã băm bộ chỉ số', framework.sha256],
    ['Mã băm đầu vào', scoreboard.inputs_sha256],
    ['Bản kê', `/releases/${scoreboard.release}/manifest.json`],
    ['Kiểm tra lại', 'so mã băm SHA-256 của từng tệp với bản kê; tính lại bằng tệp tinh-lai.xlsx hoặc lệnh verify'],
  ];
}

/** @param column of the text: far enough to the right that it does not stand on the name */
export function writeFact(sheet: Worksheet, row: number, [name, text]: [string, string], column = 2): void {
  Object.assign(sheet.getCell(row, 1), { value: name, font: fonts.strong });
  Object.assign(sheet.getCell(row, column), { value: text, font: fonts.body });
  sheet.getRow(row).height = 17;
}

function submissionOf(unit: ScoreboardUnit, { derived_from }: Scoreboard): string {
  if (unit.submission_sha256 !== null) return unit.submission_sha256;
  return derived_from === null ? 'chưa nộp số liệu' : `theo đợt công bố ${releaseNameVi(derived_from)}`;
}
