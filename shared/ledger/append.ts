import type { ScoreTable } from '../score-store/score-table.ts';
import { keepBoardRow } from './board.ts';
import { type PeriodOf, periodChain, type UnitOf, unitChain } from './chain.ts';
import { noteChange } from './change-index.ts';
import { foldPeriod } from './fold-period.ts';
import { foldUnit } from './fold-unit.ts';
import { type Appended, type Appending, append, type Ledger } from './ledger.ts';
import type { PeriodEntry } from './period-entry.ts';
import { keepPeriodRow } from './period-list.ts';
import type { UnitEntry } from './unit-entry.ts';

type OwnAppending<E extends PeriodEntry | UnitEntry> = Omit<Appending<E>, 'fold' | 'before'>;

/** The ledger and the table of the lists that are made from it. */
export interface LedgerDeps {
  ledger: Ledger;
  table: ScoreTable;
  /** Told of every entry after it stands, and again when its cause comes again; absent: nobody is. */
  tell?: Teller;
}

/** Whoever tells people of what has happened; what it did not come to, `remind-units` makes up for from the chains. */
export interface Teller {
  ofUnit: (of: UnitOf, entry: UnitEntry) => Promise<void>;
  ofPeriod: (of: PeriodOf, entry: PeriodEntry) => Promise<void>;
}

/**
 * Appends to a unit's chain, having noted that it changes, then brings its list up to it, also where a crash left that
 * behind. A note is by itself no change: what changed, the chain says.
 */
export async function appendToUnit(
  { ledger, table, tell }: LedgerDeps,
  of: UnitOf,
  appending: OwnAppending<UnitEntry>,
): Promise<Appended<UnitEntry>> {
  const before = () => noteChange(table, unitChain(of));
  const appended = await append(ledger, unitChain(of), { ...appending, fold: foldUnit, before });
  await keepBoardRow(table, of, appended.entries);
  if (tell && appended.entry) await tell.ofUnit(of, appended.entry);
  return appended;
}

/** The same for a period's chain. */
export async function appendToPeriod(
  { ledger, table, tell }: LedgerDeps,
  of: PeriodOf,
  appending: OwnAppending<PeriodEntry>,
): Promise<Appended<PeriodEntry>> {
  const before = () => noteChange(table, periodChain(of));
  const appended = await append(ledger, periodChain(of), { ...appending, fold: foldPeriod, before });
  await keepPeriodRow(table, of, appended.entries);
  if (tell && appended.entry) await tell.ofPeriod(of, appended.entry);
  return appended;
}
