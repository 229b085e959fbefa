import type { Framework } from '../../frameworks/framework.ts';
import type { ColumnCode } from '../../submission/form/form-layout.ts';

export interface FormColumn {
  code: ColumnCode;
  /** Width in characters. */
  width: number;
  /** The officer types here; everything else is locked. */
  open: boolean;
}

const locked = (code: ColumnCode, width: number): FormColumn => ({ code, width, open: false });
const open = (code: ColumnCode, width: number): FormColumn => ({ code, width, open: true });

/** Columns of the data sheet, left to right. The main index is left out where each has one indicator of the same name. */
export function formColumns(framework: Framework): FormColumn[] {
  const mainIndex = groupsIndicators(framework) ? [locked('main_index', 18)] : [];
  return [
    locked('indicator', 15),
    locked('name', 27),
    ...mainIndex,
    locked('declare', 26),
    locked('input', 13),
    locked('unit_of_measure', 11),
    locked('max_points', 8),
    locked('last_value', 11),
    locked('last_source', 20),
    open('value', 14),
    open('evidence', 25),
    open('note', 18),
  ];
}

export const columnNumber = (columns: FormColumn[], code: ColumnCode): number =>
  columns.findIndex((column) => column.code === code) + 1;

function groupsIndicators(framework: Framework): boolean {
  const names = new Map(framework.main_indices.map((index) => [index.main_index, index.name_vi]));
  return framework.indicators.some((indicator) => names.get(indicator.main_index) !== indicator.name_vi);
}
