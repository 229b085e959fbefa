import { enterRound } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Download } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { submissionStatus } from '../../shared/submission/status/submission-status.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { writeStatusWorkbook } from '../../shared/workbook/status/status-workbook.ts';
import { type IssueDeps, issue } from './issue.ts';

/** Where the ministry can fetch, at any time in a round, who has sent what when and what became of it. */
export async function issueStatus(
  { group, period }: PeriodOf,
  caller: Caller,
  deps: IssueDeps & LedgerDeps & { now: () => Date },
): Promise<Download> {
  const state = await enterRound(caller, { group, period }, deps.ledger, 'appraiser', 'publisher', 'operator');
  const chains = await readBoard(deps.table, deps.ledger, { group, period });
  const members = membersOf(group, period);
  const status = submissionStatus({ group, period, state, members, chains, at: deps.now() });
  return issue(await writeStatusWorkbook(status), `tinh-hinh-nop-${group}-${period}.xlsx`, deps);
}
