import { requireOpened } from '../../shared/http/require-period.ts';
import { appendToPeriod, type LedgerDeps } from '../../shared/ledger/append.ts';
import { describePeriod, type PeriodView } from '../../shared/ledger/describe-period.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import type { PeriodEntry } from '../../shared/ledger/period-entry.ts';

/** Which period a request is about. */
export interface PeriodRequest {
  group: string;
  period: string;
  requestId: string;
}

export interface ChangePeriodDeps extends LedgerDeps {
  now: () => Date;
}

/** Null: it is so already. Refuses by throwing a problem. */
export type DecideChange = (state: PeriodState) => Draft<PeriodEntry> | null | Promise<Draft<PeriodEntry> | null>;

/** Appends what is decided on the period as it stands, and answers with the period as it stands then. */
export async function changePeriod(
  { requestId, ...of }: PeriodRequest,
  deps: ChangePeriodDeps,
  decide: DecideChange,
): Promise<PeriodView> {
  const { entries } = await appendToPeriod(deps, of, {
    cause: `request/${requestId}`,
    decide: (known) => decide(requireOpened(foldPeriod(known), of)),
  });
  return describePeriod(of, foldPeriod(entries)!, deps.now());
}
