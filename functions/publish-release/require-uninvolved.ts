import type { Actor } from '../../shared/identity/actor.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readUnits } from '../../shared/ledger/read-ledger.ts';
import { startersOf } from '../../shared/release/involved-in.ts';
import type { Run } from '../../shared/release/runs.ts';
import type { Selection } from '../../shared/release/selection.ts';
import { requireSecondPerson } from './require-second-person.ts';

/** 403 for whoever had a hand in what the run would publish, as the chains stand. */
export async function requireUninvolved(
  by: Actor,
  run: Run,
  selection: Selection,
  state: PeriodState,
  deps: LedgerDeps,
): Promise<void> {
  const selected = selection.submissions.map(({ unit_id }) => unit_id);
  const units = await readUnits(deps.ledger, run, state, selected);
  const chains = new Map(units.map(({ unit_id, unit }) => [unit_id, unit]));
  await requireSecondPerson(by, { started_by: startersOf(state, run.run_id), selection, units: chains }, deps.table);
}
