import { mapConcurrently } from '../lake/map-concurrently.ts';
import { Fault } from '../observability/fault.ts';
import { type ChainName, type PeriodOf, periodChain, type UnitOf, unitChain } from './chain.ts';
import type { Entry } from './entry.ts';
import { foldPeriod, type PeriodState } from './fold-period.ts';
import { foldUnit, type UnitState } from './fold-unit.ts';
import { type Ledger, readChain } from './ledger.ts';
import type { PeriodEntry } from './period-entry.ts';
import { type Standing, standingOf } from './standing.ts';
import type { UnitEntry } from './unit-entry.ts';
import { findBreak } from './verify-chain.ts';

/** Null for a period that nobody opened. */
export const readPeriod = async (ledger: Ledger, of: PeriodOf): Promise<PeriodState | null> =>
  foldPeriod(await readChain<PeriodEntry>(ledger, periodChain(of)));

export const readUnit = async (ledger: Ledger, of: UnitOf): Promise<UnitState> =>
  foldUnit(await readChain<UnitEntry>(ledger, unitChain(of)));

/** The same where something is decided for good: throws the fault `LEDGER_BROKEN`, as {@link readUnits} does. */
export async function readWholePeriod(ledger: Ledger, of: PeriodOf): Promise<PeriodState | null> {
  const entries = await readChain<PeriodEntry>(ledger, periodChain(of));
  requireWhole(periodChain(of), entries);
  return foldPeriod(entries);
}

/** A unit with what of it counts. */
export interface UnitInPeriod {
  unit_id: string;
  unit: UnitState;
  standing: Standing;
}

/** Chains read at the same time: bounded, so that the largest province's communes do not open a socket each. */
const concurrentReads = 16;

/**
 * Every unit given, from its own chain: what a run and a release decide on never comes from a list. Throws the fault
 * `LEDGER_BROKEN` for a chain that is not as it was written: nothing is scored on it.
 */
export const readUnits = (
  ledger: Ledger,
  of: PeriodOf,
  period: PeriodState,
  unitIds: readonly string[],
): Promise<UnitInPeriod[]> =>
  mapConcurrently(unitIds, concurrentReads, async (unit_id) => {
    const chain = unitChain({ ...of, unit_id });
    const entries = await readChain<UnitEntry>(ledger, chain);
    requireWhole(chain, entries);
    const unit = foldUnit(entries);
    return { unit_id, unit, standing: standingOf(unit, period, unit_id) };
  });

/** Throws the fault `LEDGER_BROKEN` for a chain that is not as it was written. */
export function requireWhole(chain: ChainName, entries: readonly Entry[]): void {
  const found = findBreak(chain, entries);
  if (!found) return;
  throw new Fault(
    'LEDGER_BROKEN',
    `entry ${found.number} of ${found.chain} is not as it was written (${found.reason})`,
  );
}
