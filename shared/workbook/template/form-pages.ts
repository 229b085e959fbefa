import type { Worksheet } from 'exceljs';
import { formLines } from '../../submission/form/form-lines.ts';
import { codeRow, type FormSpec } from '../../submission/form/form-spec.ts';
import { type FormColumn, printedColumns } from './form-columns.ts';
import { breakBefore, pageRoom } from './page-breaks.ts';
import { signatureRows } from './signature-block.ts';
import { sourceRows } from './source-list.ts';
import { labelRow } from './table-head.ts';

/**
 * Page breaks between indicators: none is parted from its inputs, no heading from its first indicator, and nobody signs a
 * page with nothing on it. Set last, when every row has its height.
 */
export function breakFormPages(sheet: Worksheet, columns: readonly FormColumn[], form: FormSpec): void {
  const shown = printedColumns(columns).filter(({ hidden }) => !hidden);
  const page = pageRoom(
    'landscape',
    shown.map(({ width }) => width),
  );
  const heightOf = (row: number) => sheet.getRow(row).height ?? 0;
  const [titles, head] = [sum(1, labelRow - 1), sum(labelRow, codeRow - 1)];
  const blocks = blocksOf(form).map(([first, last]) => ({ first, height: sum(first, last) }));
  const room = { first: page - titles - head, next: page - head };
  for (const row of breakBefore(blocks, room)) sheet.getRow(row - 1).addPageBreak();

  function sum(first: number, last: number): number {
    let heights = 0;
    for (let row = first; row <= last; row++) heights += heightOf(row);
    return heights;
  }
}

/** First and last row of what stays on one page. */
function blocksOf(form: FormSpec): [number, number][] {
  const lines = formLines(form);
  const blocks: [number, number][] = [];
  for (const [index, { row, letter }] of lines.entries()) {
    const follows = letter !== null || lines[index - 1]?.mainIndex;
    if (follows) blocks.at(-1)![1] = row;
    else blocks.push([row, row]);
  }
  const last = blocks.at(-1);
  if (last) last[1] += sourceRows(form) + signatureRows;
  return blocks;
}
