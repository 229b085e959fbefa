import { formatList } from '../../shared/format/format-list.ts';
import { requireOpened } from '../../shared/http/require-period.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoard } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { PeriodView } from '../../shared/ledger/describe-period.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { type Standing, standingOf } from '../../shared/ledger/standing.ts';
import { type NamedUnit, named } from '../../shared/units/names.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { nameUnits } from './not-closable.ts';

/** Members of whom nothing counts, by why. */
export interface NotIn {
  /** Sent nothing. */
  missing: NamedUnit[];
  /** Sent, and none of it was accepted. */
  rejected: NamedUnit[];
  /** Accepted, and not certified where the period asks for it. */
  uncertified: NamedUnit[];
}

/** A period that was closed, and whom it was closed without. */
export interface ClosedPeriod extends PeriodView {
  not_in: NotIn;
  /** The same in one sentence. */
  not_in_vi: string;
}

const reasonOf: Record<Standing['state'], keyof NotIn> = {
  missing: 'missing',
  opened: 'missing',
  rejected: 'rejected',
  accepted: 'uncertified',
  certified: 'uncertified',
};

/** From the list of the period, one query for thousands of units: it is told, and nothing is decided on it. */
export async function tellNotIn(of: PeriodOf, deps: LedgerDeps): Promise<Pick<ClosedPeriod, 'not_in' | 'not_in_vi'>> {
  const period = requireOpened(await readPeriod(deps.ledger, of), of);
  const board = await readBoard(deps.table, deps.ledger, of);
  const not_in: NotIn = { missing: [], rejected: [], uncertified: [] };
  for (const { unit_id } of membersOf(of.group, of.period)) {
    const { state, current } = standingOf(board.get(unit_id) ?? foldUnit([]), period, unit_id);
    if (current === null) not_in[reasonOf[state]].push(named(unit_id));
  }
  return { not_in, not_in_vi: sentenceOf(not_in) };
}

function sentenceOf({ missing, rejected, uncertified }: NotIn): string {
  const parts = [
    [missing, 'chưa gửi báo cáo'],
    [rejected, 'có báo cáo chưa được tiếp nhận'],
    [uncertified, 'có báo cáo chưa được xác nhận'],
  ] as const;
  const told = parts.flatMap(([units, what]) =>
    units.length === 0
      ? []
      : [`${units.length} đơn vị ${what} (${nameUnits(units.map(({ unit_name_vi }) => unit_name_vi))})`],
  );
  return told.length === 0
    ? 'Mọi đơn vị của nhóm đều có số liệu được tính.'
    : `Không có số liệu được tính: ${formatList(told)}.`;
}
