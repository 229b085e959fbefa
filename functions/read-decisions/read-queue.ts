import { requireRound } from '../../shared/http/enter.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireBodyIndicator, requireKnownIndicator } from '../../shared/http/require-body-indicator.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { namesOf } from '../../shared/identity/people.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { AppraisableAnswer } from '../../shared/submission/appraisal/appraisal-round.ts';
import { isOfBodies } from '../../shared/submission/appraisal/own-bodies.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { readBefore } from './before.ts';
import { type Peers, peersOf } from './peers.ts';
import { type QueueRound, type ReadDecisionsDeps, readQueueRound } from './queue-round.ts';
import { type QueueRow, queueRow } from './queue-row.ts';
import { findReuse } from './reuse.ts';
import { rowsThatFit } from './rows-that-fit.ts';

export interface ReadQueueInput extends PeriodOf {
  /** Either one indicator of all units, … */
  indicator?: string | undefined;
  /** … or all indicators of one unit. */
  unit_id?: string | undefined;
  cursor?: string | undefined;
}

export interface Queue {
  /** Of an indicator, by unit_id; of a unit, in the framework's order. */
  rows: QueueRow[];
  /** Rows in all. */
  count: number;
  /** What the people who decided are called, by id. */
  names: Record<string, string>;
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

const perPage = 50;
const concurrentRows = 8;

/** What an appraiser looks at, on indicators of the own bodies: decided or not, since a view is filtered where it is shown. */
export async function readQueue(input: ReadQueueInput, caller: Caller, deps: ReadDecisionsDeps): Promise<Queue> {
  const of = { group: input.group, period: input.period };
  requireRound(caller, of, 'appraiser');
  if (input.unit_id !== undefined) requireMember(input.unit_id, of.group, of.period);
  if ((input.unit_id === undefined) === (input.indicator === undefined)) throw oneOfTwo();
  const state = await requirePeriod(deps.ledger, of.group, of.period);
  const framework = await readPeriodFramework(deps.lake, state.terms);
  if (input.indicator !== undefined) requireBodyIndicator(requireKnownIndicator(input.indicator, framework), caller);
  const round = await readQueueRound(of, state, deps, input.indicator);
  const rows = round.answers.filter(
    ({ unit_id, indicator }) => isOfBodies(indicator, caller.bodies) && (input.unit_id ?? unit_id) === unit_id,
  );
  return tellPage(rows, { input, round }, deps);
}

async function tellPage(
  rows: AppraisableAnswer[],
  { input, round }: { input: ReadQueueInput; round: QueueRound },
  deps: ReadDecisionsDeps,
): Promise<Queue> {
  const placeOf = ({ unit_id, indicator }: AppraisableAnswer) =>
    input.indicator === undefined ? indicator.indicator : unit_id;
  const from = input.cursor === undefined ? 0 : rows.findIndex((row) => placeOf(row) === input.cursor) + 1;
  const page = rows.slice(from, from + perPage);
  const beside = {
    round,
    before: await readBefore(round.of, round.framework, deps),
    peers: peersIn(round),
    reuse: findReuse(round),
  };
  const told = rowsThatFit(await mapConcurrently(page, concurrentRows, (answer) => queueRow(answer, beside, deps)));
  const isMore = from + told.length < rows.length;
  const names = await namesOf(
    deps.table,
    told.flatMap(({ history }) => history.map(({ decided_by }) => decided_by)),
  );
  return { rows: told, count: rows.length, names, next: isMore ? placeOf(page[told.length - 1]!) : null };
}

/** Of each indicator once, however many rows ask. */
function peersIn({ answers, framework }: QueueRound): (indicator: string) => Peers {
  const own = Map.groupBy(answers, ({ indicator }) => indicator.indicator);
  const known = new Map<string, Peers>();
  return (indicator) => {
    const peers = known.get(indicator) ?? peersOf(own.get(indicator)!, framework.points_decimals);
    known.set(indicator, peers);
    return peers;
  };
}

const oneOfTwo = () =>
  new Problem(
    400,
    'query-invalid',
    'Đề nghị nêu hoặc một chỉ số (indicator), hoặc một đơn vị (unit_id).',
    'Name either an indicator or a unit_id.',
  );
