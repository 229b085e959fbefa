import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import { isLeft } from './appraisal-path.ts';

const sortings = ['thu-tu', 'diem', 'lech'] as const;
export type Sorting = (typeof sortings)[number];

/** A view, as it stands in the address. */
export interface Filter {
  /** Rows that are left only. */
  left: boolean;
  text: string;
  sort: Sorting;
  /** The row that is looked at. */
  row: string | null;
}

export const readFilter = (query: URLSearchParams): Filter => ({
  left: query.get('loc') === 'con-lai',
  text: query.get('tim') ?? '',
  sort: sortings.find((one) => one === query.get('sap')) ?? 'thu-tu',
  row: query.get('dong'),
});

/** Without marks and case, as people search. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

/** Doubles are close enough to sort what is shown; nothing is decided by them. */
const orders: Record<Sorting, (row: QueueRow) => number> = {
  'thu-tu': () => 0,
  diem: ({ self_points }) => -Number(self_points),
  lech: ({ self_points, peers }) => -Math.abs(Number(self_points) - Number(peers.median)),
};

export function findRows(rows: readonly QueueRow[], { left, text, sort }: Filter): QueueRow[] {
  const wanted = folded(text.trim());
  const order = orders[sort];
  return rows
    .filter((row) => !left || isLeft(row.attention))
    .filter((row) => folded(`${row.unit_name_vi} ${row.unit_id} ${row.name_vi} ${row.indicator}`).includes(wanted))
    .sort((a, b) => order(a) - order(b));
}
