import { putItem, queryItemsAfter, type ScoreTable } from '../score-store/score-table.ts';
import type { ChainName } from './chain.ts';

/**
 * Which chains were about to be appended to, by day and hour: what the next commitment has to look at, and nothing else,
 * however long the ledger is. Noted before the entry, so that none is missing; `npm run rebuild-lists` notes every chain again.
 */
const partition = (instant: string) => `CHANGES#${instant.slice(0, 10)}`;
const hourOf = (instant: string) => instant.slice(11, 13);

/** By the clock of the append, not of the entry: what arrived hours ago is a change of now. */
export async function noteChange(table: ScoreTable, chain: ChainName, at = new Date()): Promise<void> {
  const instant = at.toISOString();
  const change = { chain };
  await putItem(table, { pk: partition(instant), sk: `${hourOf(instant)}#${chain}`, ...change });
}

/** Each once, in order, of the hour of the first moment and after it. */
export async function readChanged(table: ScoreTable, since: Date, until: Date): Promise<ChainName[]> {
  const found = new Set<ChainName>();
  for (const day of daysBetween(since, until)) {
    const from = day === dayOf(since) ? hourOf(since.toISOString()) : '';
    for (const { chain } of await queryItemsAfter<{ chain: ChainName }>(table, `CHANGES#${day}`, `${from}#`))
      found.add(chain);
  }
  return [...found].sort();
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const dayMs = 86_400_000;

function daysBetween(since: Date, until: Date): string[] {
  const first = Date.parse(dayOf(since));
  const count = Math.max(0, Math.floor((until.getTime() - first) / dayMs) + 1);
  return Array.from({ length: count }, (_, n) => dayOf(new Date(first + n * dayMs)));
}
