import { requireRound } from '../../shared/http/enter.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { keepsOpen } from '../../shared/ledger/keeps-open.ts';
import type { ClosingGround } from '../../shared/ledger/period-entry.ts';
import { readUnits } from '../../shared/ledger/read-ledger.ts';
import { membersOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { type ChangePeriodDeps, changePeriod, type PeriodRequest } from './change-period.ts';
import { notClosable } from './not-closable.ts';
import { type ClosedPeriod, tellNotIn } from './tell-not-in.ts';

/**
 * Closes a period, or closes it again when units were reopened: when its deadline is past, when every member is in, or,
 * without a deadline, when its last day is past.
 */
export async function closePeriod(of: PeriodRequest, caller: Caller, deps: ChangePeriodDeps): Promise<ClosedPeriod> {
  requireRound(caller, of, 'publisher');
  const by = await actorOf(deps.table, caller);
  const closed = await changePeriod(of, deps, async (state) => {
    if (state.state === 'closed') return null;
    const ground = await groundOf(of, state, deps);
    return { kind: 'closed', at: deps.now().toISOString(), ...by, about: { ground } };
  });
  return { ...closed, ...(await tellNotIn(of, deps)) };
}

async function groundOf(of: PeriodRequest, state: PeriodState, deps: ChangePeriodDeps): Promise<ClosingGround> {
  if (keepsOpen(of.period, state.terms, deps.now()) === null)
    return state.terms.deadline_at === undefined ? 'period_over' : 'deadline_past';
  const missing = await missingMembers(of, state, deps);
  if (missing.length === 0) return 'all_in';
  throw notClosable(of, state.terms, missing);
}

/** Members of whom nothing counts yet, from every member's own chain. */
async function missingMembers(of: PeriodRequest, state: PeriodState, { ledger }: ChangePeriodDeps): Promise<Unit[]> {
  const members = membersOf(of.group, of.period);
  const ids = members.map(({ unit_id }) => unit_id);
  const units = await readUnits(ledger, of, state, ids);
  const isIn = new Set(units.flatMap(({ unit_id, standing }) => (standing.current ? [unit_id] : [])));
  return members.filter(({ unit_id }) => !isIn.has(unit_id));
}
