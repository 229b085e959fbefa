import { useEffect, useState } from 'preact/hooks';
import type { DraftStore, RowState } from './draft-store.ts';

/** One row as it changes; the rest of the page stands still while somebody types. */
export function useRow(store: DraftStore, key: string): RowState {
  const [row, setRow] = useState(store.get(key));
  useEffect(() => {
    const told = () => setRow(store.get(key));
    told();
    return store.subscribe(key, told);
  }, [store, key]);
  return row;
}

/** All rows; tells whenever one changes. */
export function useRows(store: DraftStore): RowState[] {
  const [rows, setRows] = useState(() => store.all());
  useEffect(() => {
    const told = () => setRows(store.all());
    told();
    return store.subscribe(null, told);
  }, [store]);
  return rows;
}
