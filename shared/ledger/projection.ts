import type { ItemKey } from '../score-store/score-table.ts';
import { boardKey, boardRow } from './board.ts';
import { type ChainName, parseChain, periodChain, unitChain } from './chain.ts';
import type { Entry, Head } from './entry.ts';
import type { PeriodEntry } from './period-entry.ts';
import { periodKey, periodRow } from './period-list.ts';
import type { UnitEntry } from './unit-entry.ts';

/** Where the line of a list lies that is made from the chain. */
export function projectionKey(chain: ChainName): ItemKey {
  const { unit_id, ...of } = parseChain(chain);
  return unit_id === null ? periodKey(of) : boardKey({ ...of, unit_id });
}

/** The line that the chain makes; null: none. */
export function projectionOf(chain: ChainName, entries: readonly Entry[]): (object & { head: Head }) | null {
  const { unit_id, ...of } = parseChain(chain);
  if (unit_id === null) return periodRow(of, entries as PeriodEntry[]);
  return boardRow(unit_id, entries as UnitEntry[]);
}

/** How the partitions of all lists begin. */
export const listPrefixes = ['BOARD#', 'PERIODS'];

/** Reverses {@link projectionKey}; null: the item is in no list. */
export function chainOfProjection({ pk, sk }: ItemKey): ChainName | null {
  const [list, ...rest] = pk.split('#');
  const [group = '', period = ''] = list === 'PERIODS' ? sk.split('#') : rest;
  if (list === 'PERIODS') return periodChain({ group, period });
  return list === 'BOARD' ? unitChain({ group, period, unit_id: sk }) : null;
}
