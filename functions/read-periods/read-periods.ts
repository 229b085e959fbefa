import { requireGroupPeriod, requireMember } from '../../shared/http/group-period.ts';
import { requireOwner } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import { describePeriod, describeRow, type PeriodLine, type PeriodView } from '../../shared/ledger/describe-period.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { readPeriodRows } from '../../shared/ledger/period-list.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { findGroup } from '../../shared/units/groups.ts';
import { isMember } from '../../shared/units/registry.ts';

export interface ReadPeriodsDeps {
  ledger: Ledger;
  table: ScoreTable;
  now: () => Date;
}

/** Periods of the caller's groups by group and period: of a unit, those it is a member in. */
export async function listPeriods(
  group: string | undefined,
  caller: Caller,
  deps: ReadPeriodsDeps,
): Promise<{ periods: PeriodLine[] }> {
  if (group !== undefined) requireOwner(caller, group);
  const rows = await readPeriodRows(deps.table, group);
  const now = deps.now();
  return { periods: rows.filter((row) => isShown(row, caller)).map((row) => describeRow(row, now)) };
}

function isShown({ group, period }: { group: string; period: string }, { role, unit_id, owner }: Caller): boolean {
  if (findGroup(group)?.owner !== owner) return false;
  return !isUnitRole(role) || (unit_id !== null && isMember(unit_id, group, period));
}

/**
 * One period from its own chain. A unit is told how far it has come, and not of runs before a release; of one that is
 * announced the minute, as the public is.
 */
export async function readPeriodView(
  { group, period }: { group: string; period: string },
  caller: Caller,
  deps: ReadPeriodsDeps,
): Promise<PeriodView | Omit<PeriodView, 'runs'>> {
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
  if (isUnitRole(caller.role)) requireMember(caller.unit_id ?? '', group, period);
  const state = await requirePeriod(deps.ledger, group, period);
  const { runs, announced, ...shown } = describePeriod({ group, period }, state, deps.now());
  if (!isUnitRole(caller.role)) return { ...shown, announced, runs };
  return { ...shown, announced: announced && { public_at: announced.public_at } };
}
