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

/** Appends to a unit's chain, then brings its list and the index of changes up to it, also where a crash left them behind. */
export async function appendToUnit(
  { ledger, table, tell }: LedgerDeps,
  of: UnitOf,
  appending: Omit<Appending<UnitEntry>, 'fold'>,
): Promise<Appended<UnitEntry>> {
  const appended = await append(ledger, unitChain(of), { ...appending, fold: foldUnit });
  await keepBoardRow(table, of, appended.entries);
  if (appended.entry) await noteChange(table, unitChain(of));
  if (tell && appended.entry) await tell.ofUnit(of, appended.entry);
  return appended;
}

/** The same for a period's chain. */
export async function appendToPeriod(
  { ledger, table, tell }: LedgerDeps,
  of: PeriodOf,
  appending: Omit<Appending<PeriodEntry>, 'fold'>,
): Promise<Appended<PeriodEntry>> {
  const appended = await append(ledger, periodChain(of), { ...appending, fold: foldPeriod });
  await keepPeriodRow(table, of, appended.entries);
  if (appended.entry) await noteChange(table, periodChain(of));
  if (tell && appended.entry) await tell.ofPeriod(of, appended.entry);
  return appended;
}
