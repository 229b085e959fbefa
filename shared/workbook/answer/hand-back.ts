import type { Cell, Worksheet } from 'exceljs';
import { writeMark } from '../../submission/marks/mark.ts';
import { styles, wrappedHeight, wrongFill } from '../template/form-styles.ts';
import { setInput } from '../template/set-decimal.ts';
import { writableText } from '../writable-text.ts';
import type { FormCells } from './form-cells.ts';
import type { NumberedMarks } from './number-marks.ts';
import { nothingSent, openFields, type SentCell } from './sent-cell.ts';
import type { SentForm } from './sent-form.ts';
import { isSentMark } from './sent-mark.ts';

/** Empties every cell that is filled in, known values and all, and puts there what was sent and nothing else. */
export function handBack(sheet: Worksheet, form: FormCells, { cells }: SentForm): void {
  for (const [key, asked] of form.inputs) {
    for (const field of openFields) {
      const cell = form.cellOf({ key, field });
      const sent = cells.get(key)?.[field] ?? nothingSent;
      const { text, isNumber }: SentCell = isSentMark(sent) ? nothingSent : sent;
      if (field === 'value' && isNumber) setInput(cell, asked.indicator, asked.input, text);
      else cell.value = text === '' ? null : writableText(text);
      growRow(sheet, cell.fullAddress, text);
    }
  }
}

/** Marks in their cells, those without one below the table. Returns the addresses, in the order of the marks. */
export function writeMarks(sheet: Worksheet, form: FormCells, { marks }: NumberedMarks): string[] {
  let row = sheet.rowCount + 1;
  return marks.map(({ mark, at }) => {
    const cell = at.target ? form.cellOf(at.target) : sheet.getCell(++row, form.evidence);
    const { alignment } = styles.openText;
    const { protection } = styles.openText;
    cell.value = writableText(writeMark(mark));
    // A style of its own: exceljs lets cells share one object, and a fill would spread to all of them.
    cell.style = {
      ...structuredClone(at.target ? cell.style : styles.openText),
      alignment,
      protection,
      fill: wrongFill,
    };
    growRow(sheet, cell.fullAddress, cell.text);
    return cell.address;
  });
}

type FullAddress = Pick<Cell['fullAddress'], 'row' | 'col'>;

/** A row does not grow by itself when its height is set. */
export function growRow(sheet: Worksheet, { row, col }: FullAddress, text: string): void {
  const width = sheet.getColumn(col).width ?? 10;
  sheet.getRow(row).height = Math.max(sheet.getRow(row).height ?? 0, wrappedHeight([{ text, width }]));
}
