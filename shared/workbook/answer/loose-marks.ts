import type { DeclaredRow } from '../../submission/figure.ts';
import type { FormLocation } from '../../submission/form/locate-form.ts';
import { findMarks } from '../../submission/marks/standing-points.ts';
import type { Finding } from '../../submission/submission.ts';
import { cellText } from '../../submission/values/cell-text.ts';
import { shortly, shownText } from './sent-cell.ts';
import { type SentMark, sourceOf, sourceOfMark } from './sent-mark.ts';

interface LooseRows {
  rows: readonly DeclaredRow[];
  /** Of matching the rows. */
  findings: readonly Finding[];
  /** Whether a place is a cell of the form. */
  isTarget: (source: string) => boolean;
}

/** Of rows whose figure belongs nowhere. */
const looseRules = new Set(['ROW_UNKNOWN', 'INPUT_UNKNOWN', 'ROW_WITHOUT_CODE']);

/** More than anyone would copy by hand; the rest are one mark together. */
const mostMarks = 50;

/** Rows of figures that belong to no row of the form: each has a mark below the table, with what stood in it. */
export function looseMarks({ sheet }: FormLocation, { rows, findings, isTarget }: LooseRows): SentMark[] {
  const told = findings.filter(({ rule }) => looseRules.has(rule));
  const at = new Set(told.map(sourceOf));
  const unknown = rows.filter((row) => places(row).some((place) => at.has(place)));
  const before = findMarks(sheet).filter(({ place }) => !isTarget(sourceOf(place)));
  return [
    ...before.map(({ mark, place }) => loose(mark.about, [sourceOf(place), sourceOfMark(mark)])),
    ...unknown.slice(0, mostMarks).map((row) => loose(describe(row), places(row))),
    ...(unknown.length > mostMarks ? [rest(unknown.slice(mostMarks))] : []),
  ];
}

const places = (row: DeclaredRow): string[] => [sourceOf(row.place('indicator')), sourceOf(row.place('value'))];

const loose = (about: string, sources: string[]): SentMark => ({ about, sources: new Set(sources), isUnread: false });

function describe({ row, cells }: DeclaredRow): string {
  const [code, input] = [cells.indicator, cells.input].map(cellText);
  const key = [code, input].filter(Boolean).join('/') || 'trống';
  const sent = `mã ${shortly(key)}, số liệu ${shownText(cells.value) || 'trống'}`;
  return `Dòng ${row} đã gửi: ${sent}. Ghi vào đúng dòng của biểu mẫu rồi xóa ô này.`;
}

const rest = (rows: DeclaredRow[]): SentMark =>
  loose(
    `Còn ${rows.length} dòng khác không rõ mã. Ghi vào đúng dòng của biểu mẫu rồi xóa ô này.`,
    rows.flatMap(places),
  );
