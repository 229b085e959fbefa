import type { Cell, Worksheet } from 'exceljs';
import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import { Fault } from '../../observability/fault.ts';
import type { CellRow } from '../../submission/cell-book.ts';
import type { AskedInput } from '../../submission/figure.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { tableRows } from '../../submission/form/form-table.ts';
import { type FormLocation, locateForm } from '../../submission/form/locate-form.ts';
import { askedKey } from '../../submission/input-key.ts';
import { matchRows } from '../../submission/rows/match-rows.ts';
import type { FormTarget } from './sent-form.ts';

/** Where things stand in a form of ours, found by its codes as the reader finds them: whatever the layout is. */
export interface FormCells {
  inputs: Map<string, AskedInput>;
  cellOf: (target: FormTarget) => Cell;
  /** Column of what is wrong; only an answer has it. */
  finding: number;
  /** Widest column that is filled in. */
  evidence: number;
}

export function findFormCells(sheet: Worksheet, { framework, identity }: FormSpec): FormCells {
  const location = locate(sheet);
  const { matched } = matchRows(tableRows(location), { framework, asked: askedIndicators(framework, identity) });
  const rows = new Map(matched.map((row) => [askedKey(row), row]));
  return {
    inputs: rows,
    cellOf: ({ key, field }) => sheet.getCell(rows.get(key)!.row.place(field).cell!),
    finding: location.columns.get('finding')!,
    evidence: location.columns.get('evidence')!,
  };
}

function locate(sheet: Worksheet): FormLocation {
  const rows = new Map<number, CellRow>();
  sheet.eachRow((line, row) => {
    const cells: CellRow['cells'] = new Map();
    line.eachCell((cell, column) => void cells.set(column, { kind: 'text', text: cell.text, rich: false }));
    rows.set(row, { row, hidden: false, cells });
  });
  const properties = { title: null, subject: null, keywords: null, description: null };
  const sheets = [{ name: sheet.name, visibility: 'visible' as const, rows, merges: [] }];
  const { location } = locateForm({ sheets, properties });
  if (!location) throw new Fault('FORM_NOT_READ', 'the reader does not find the table of a form of ours');
  return location;
}
