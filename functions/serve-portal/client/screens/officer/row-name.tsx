import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import { useSay } from '../../words.ts';

/** `3.2 Tỷ lệ …, tử số`: what a row is called everywhere. */
export function useRowName(): (row: GridRow) => string {
  const say = useSay();
  return (row) => {
    const name = `${row.number} ${say({ vi: row.name_vi, en: row.name_en })}`;
    return row.inputs > 1 ? `${name}, ${say({ vi: row.input_name_vi, en: row.input_name_en }).toLowerCase()}` : name;
  };
}
