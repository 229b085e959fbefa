import { useState } from 'preact/hooks';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { Queue } from '../../../../read-decisions/read-queue.ts';
import { get } from '../../ask-ahead.ts';
import { type PeriodOf, type QueueQuery, queuePath } from './appraisal-path.ts';

export const rowKey = ({ unit_id, indicator }: Pick<QueueRow, 'unit_id' | 'indicator'>): string =>
  `${unit_id}/${indicator}`;

export type LoadedQueue = Pick<Queue, 'rows' | 'names'>;

/** All pages: a few hundred rows at most. */
export async function loadQueue(of: PeriodOf, query: QueueQuery, signal: AbortSignal): Promise<LoadedQueue> {
  const rows: QueueRow[] = [];
  const names: Queue['names'] = {};
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Queue = await get<Queue>(queuePath(of, query, cursor), signal);
    rows.push(...page.rows);
    Object.assign(names, page.names);
    cursor = page.next;
  }
  return { rows, names };
}

/** Rows that a person works on, changed as they decide. */
export function useRows(loaded: QueueRow[]) {
  const [rows, setRows] = useState(loaded);
  const put = (changed: QueueRow) =>
    setRows((before) =>
      before.map((row) => {
        if (rowKey(row) === rowKey(changed)) return changed;
        // The chain of the unit has gone on for its other rows too.
        return row.unit_id === changed.unit_id ? { ...row, last_entry: changed.last_entry } : row;
      }),
    );
  return [rows, put] as const;
}
