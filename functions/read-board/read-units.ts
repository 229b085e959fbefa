import { enterRound } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readBoardPage } from '../../shared/ledger/board.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { type BoardOf, type BoardUnit, boardUnit } from './board-unit.ts';

export interface ReadBoardDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface UnitsPage extends PeriodOf {
  unit_count: number;
  /** By unit_id; a page of them. */
  units: BoardUnit[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

/** A page: some 250 KB, from one query. */
export const unitsPerPage = 500;

/** Every unit of a period with its full name and how it stands, those that have done nothing too. */
export async function readUnitsPage(
  { cursor, ...asked }: PeriodOf & { cursor: string | undefined },
  caller: Caller,
  deps: ReadBoardDeps,
): Promise<UnitsPage> {
  const of = await readBoardOf(asked, caller, deps);
  const members = membersOf(of.group, of.period);
  const rest = cursor === undefined ? members : members.filter(({ unit_id }) => unit_id > cursor);
  const page = rest.slice(0, unitsPerPage);
  const [first, last] = [page.at(0)?.unit_id, page.at(-1)?.unit_id];
  const board = first && last ? await readBoardPage(deps, asked, first, last) : new Map();
  return {
    ...{ group: of.group, period: of.period, unit_count: members.length },
    units: page.map((unit) => boardUnit(unit, board.get(unit.unit_id), of)),
    next: rest.length > page.length ? (last ?? null) : null,
  };
}

/** What every view of a board needs, for those who may have one. */
export async function readBoardOf({ group, period }: PeriodOf, caller: Caller, deps: ReadBoardDeps): Promise<BoardOf> {
  const state = await enterRound(caller, { group, period }, deps.ledger, 'appraiser', 'publisher', 'operator');
  return { group, period, state, framework: await readPeriodFramework(deps.lake, state.terms), now: deps.now() };
}
