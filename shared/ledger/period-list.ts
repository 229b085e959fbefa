import { type ItemKey, queryItems, type ScoreTable } from '../score-store/score-table.ts';
import type { PeriodOf } from './chain.ts';
import type { Head } from './entry.ts';
import { foldPeriod, type PeriodState, type Preview } from './fold-period.ts';
import { keepProjection } from './keep-projection.ts';
import type { PeriodEntry, PeriodTerms } from './period-entry.ts';
import { standingPreview } from './preview.ts';

/** One line of the list of periods; a projection, as a row of a board is. */
export interface PeriodRow extends PeriodOf {
  head: Head;
  state: PeriodState['state'];
  terms: PeriodTerms;
  /** Newest release; null: none. */
  release: string | null;
  /** The run that units may see; null, or of an old line absent: none. */
  preview?: Preview | null;
}

const partition = 'PERIODS';

export const periodKey = ({ group, period }: PeriodOf): ItemKey => ({ pk: partition, sk: `${group}#${period}` });

/** Keeps what the chain comes to, unless the list shows a later head. */
export async function keepPeriodRow(table: ScoreTable, of: PeriodOf, entries: readonly PeriodEntry[]): Promise<void> {
  const row = periodRow(of, entries);
  if (row === null) return;
  await keepProjection(table, { ...periodKey(of), ...row });
}

/** Null for a period that nobody opened. */
export function periodRow({ group, period }: PeriodOf, entries: readonly PeriodEntry[]): PeriodRow | null {
  const folded = foldPeriod(entries);
  if (folded === null) return null;
  const { head, state, terms, releases } = folded;
  const release = releases.at(-1)?.release ?? null;
  return { group, period, head, state, terms, release, preview: standingPreview(folded) };
}

/** By group and period. */
export const readPeriodRows = (table: ScoreTable, group?: string): Promise<PeriodRow[]> =>
  queryItems<PeriodRow>(table, partition, group === undefined ? '' : `${group}#`);
