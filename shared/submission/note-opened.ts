import { actorOf } from '../identity/actor.ts';
import type { Caller } from '../identity/caller.ts';
import { appendToUnit, type LedgerDeps } from '../ledger/append.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';

/** The first form that the unit itself takes, or the first row that it drafts, opens its chain; all later are the same. */
export async function noteOpened(
  { group, period, unit_id }: UnitOf,
  { terms: { framework_sha256 } }: Pick<PeriodState, 'terms'>,
  caller: Caller,
  deps: LedgerDeps & { now: () => Date },
): Promise<void> {
  await appendToUnit(
    deps,
    { group, period, unit_id },
    {
      cause: 'form',
      decide: async () => ({
        kind: 'opened',
        ...(await actorOf(deps.table, caller)),
        at: deps.now().toISOString(),
        about: { framework_sha256 },
      }),
    },
  );
}
