import { requireFiledUnit } from '../../shared/http/filed-unit.ts';
import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoardRows } from '../../shared/ledger/board.ts';
import { type PeriodOf, periodChain, unitChain } from '../../shared/ledger/chain.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import type { PeriodEntry } from '../../shared/ledger/period-entry.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { type LogFilter, passes } from './log-filter.ts';
import { isSystems, type LogLine, periodLines, unitLines } from './log-line.ts';

export interface ReadLogInput extends PeriodOf, LogFilter {
  /** One unit’s chain alone; absent: that of the period and those of all units. */
  unit_id?: string | undefined;
}

/** Chains read at the same time. */
const concurrentReads = 16;

/**
 * Who did what when, the last first, from the chains themselves. A unit reads its own chain and no names of the ministry;
 * the ministry reads all of them; what the pipeline did by itself is for operators.
 */
export async function readLog(input: ReadLogInput, caller: Caller, deps: LedgerDeps): Promise<LogLine[]> {
  requireRole(caller, 'officer', 'certifier', 'appraiser', 'publisher', 'operator');
  const { group, period } = input;
  const isUnit = isUnitRole(caller.role);
  const unitId = input.unit_id ?? (isUnit ? (caller.unit_id ?? '') : undefined);
  if (unitId !== undefined) requireUnit(caller, unitId);
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
  if (unitId !== undefined) requireFiledUnit({ group, period, unit_id: unitId });
  await requirePeriod(deps.ledger, group, period);
  const lines = unitId === undefined ? await readAll(input, deps) : await readOfUnit(input, unitId, deps);
  return lines
    .filter((line) => caller.role === 'operator' || !isSystems(line))
    .map((line) => (isUnit ? withoutMinistry(line) : line))
    .filter((line) => passes(line, input))
    .sort(lastFirst);
}

const readOfUnit = async ({ group, period }: PeriodOf, unit_id: string, { ledger }: LedgerDeps): Promise<LogLine[]> =>
  unitLines(unit_id, await readChain<UnitEntry>(ledger, unitChain({ group, period, unit_id })));

/** Which chains have begun stands in the list; what is in them is read from each. */
async function readAll(of: PeriodOf, deps: LedgerDeps): Promise<LogLine[]> {
  const own = periodLines(await readChain<PeriodEntry>(deps.ledger, periodChain(of)));
  const begun = await readBoardRows(deps.table, of);
  const units = await mapConcurrently(begun, concurrentReads, ({ unit_id }) => readOfUnit(of, unit_id, deps));
  return [...own, ...units.flat()];
}

/** A unit argues with what was decided, not with who did. */
function withoutMinistry(line: LogLine): LogLine {
  return line.role === 'officer' || line.role === 'certifier' ? line : { ...line, subject: null };
}

/** What places a line among those of one moment, so that pages neither skip nor repeat one. */
export const placeOf = ({ at, unit_id, number }: LogLine): string =>
  `${at}#${unit_id ?? ''}#${String(number).padStart(8, '0')}`;

const lastFirst = (a: LogLine, b: LogLine): number => (placeOf(a) < placeOf(b) ? 1 : -1);
