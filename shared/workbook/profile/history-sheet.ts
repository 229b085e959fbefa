import type { Workbook } from 'exceljs';
import type { EarlierResult } from '../../release/history/frozen-history.ts';
import { earlierVi } from '../../release/profile/profile-sentences.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import { missingCodes } from '../report/score-columns.ts';
import type { ProfileSource } from './profile-source.ts';
import { type ProfileCell, type ProfileTable, writeProfileTable } from './profile-table.ts';
import { historyNotesVi, noHistoryVi, noPointVi, sheetsVi } from './profile-words.ts';

/** What comparable releases said of the unit, oldest first, this one last; a period without a release has no line. */
export function addHistorySheet(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): void {
  const { scoreboard, history } = profile.source;
  const total = totalMeasure(scoreboard);
  const measures = [...(total ? [total] : []), ...mainIndices(scoreboard)];
  const width = Math.max(9, Math.min(13, 100 / measures.length));
  const columns = [
    { header: 'Kỳ, đợt công bố', width: 20 },
    ...(total?.ranked
      ? [
          { header: 'Thứ hạng', width: 8 },
          { header: 'Số đơn vị xếp hạng', width: 9 },
        ]
      : []),
    ...measures.map(({ kind, name_vi }) => ({ header: kind === 'total' ? 'Giá trị DTI' : name_vi, width })),
  ];
  const earlier = history?.releases ?? [];
  const points = [...earlier.map((one) => pointOf(one, unit)), nowOf(profile, unit)];
  const rows = points.map(({ label, rank, n, values }, place): ProfileTable['rows'][number] => ({
    cells: [
      { kind: 'text', text: label },
      ...(total?.ranked ? [rankCell(rank), { kind: 'rank', rank: n } as const] : []),
      ...measures.map(({ measure }) => valueCell(values[measure])),
    ],
    strong: place === points.length - 1,
  }));
  const hasCodes = rows.some(({ cells }) => cells.some(({ kind }) => kind === 'code'));
  const notes = [...historyNotesVi, ...(hasCodes ? [noPointVi] : []), ...(history ? [] : [noHistoryVi])];
  const sheet = addReportSheet(workbook, scoreboard, {
    name: sheetsVi.history,
    title: `Kết quả các kỳ của ${profile.nameOf(unit)}`,
    widths: columns.map((column) => column.width),
    orientation: 'landscape',
    note: notes.join(' '),
  });
  writeProfileTable(sheet, { columns, rows, startRow: headerRow });
}

interface Point {
  label: string;
  rank: number | null;
  n: number;
  values: Record<string, string | null | undefined>;
}

function pointOf(result: EarlierResult, { unit_id }: ScoreboardUnit): Point {
  const own = result.units[unit_id];
  const values = result.measures.map((measure, place) => [measure, own?.values[place] ?? null]);
  return {
    label: earlierVi(result),
    rank: own?.rank ?? null,
    n: result.ranked_count,
    values: Object.fromEntries(values),
  };
}

const nowOf = ({ source: { scoreboard } }: ProfileSource, { rank, scores }: ScoreboardUnit): Point => ({
  label: earlierVi(scoreboard),
  ...{ rank, n: scoreboard.ranked_count },
  values: Object.fromEntries(Object.entries(scores).map(([measure, { value }]) => [measure, value])),
});

const rankCell = (rank: number | null): ProfileCell =>
  rank === null ? { kind: 'code', code: missingCodes.unranked } : { kind: 'rank', rank };
const valueCell = (decimal: string | null | undefined): ProfileCell =>
  decimal == null ? { kind: 'code', code: missingCodes.unranked } : { kind: 'value', decimal };
