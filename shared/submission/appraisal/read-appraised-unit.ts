import type { Bucket } from '../../lake/objects.ts';
import type { PeriodOf, UnitOf } from '../../ledger/chain.ts';
import type { PeriodState } from '../../ledger/fold-period.ts';
import type { Decision, UnitState } from '../../ledger/fold-unit.ts';
import type { UnitInPeriod } from '../../ledger/read-ledger.ts';
import { isAccepted, isUnclosedFor } from '../../ledger/standing.ts';
import { readFigures } from '../figures-document.ts';
import type { AppraisedUnit, GivenFeedback, RecordedDecision } from './appraised-unit.ts';
import { readDecisions } from './decisions-document.ts';
import { readFeedback } from './feedback-document.ts';

/**
 * Null for a unit without figures that count: there is nothing to appraise. `indicators`: only the decisions on these are
 * read, each of which is a document.
 */
export async function readAppraisedUnit(
  { group, period }: PeriodOf,
  { unit_id, unit, standing: { current } }: UnitInPeriod,
  state: PeriodState,
  lake: Bucket,
  indicators?: ReadonlySet<string>,
): Promise<AppraisedUnit | null> {
  if (!current || !isAccepted(current)) return null;
  const of = { group, period, unit_id };
  const { figures_sha256 } = current.answer;
  const figures = await readFigures(lake, of, figures_sha256);
  return {
    unit_id,
    figures_sha256,
    figures,
    last_entry: unit.head?.number ?? 0,
    open: isUnclosedFor(state, unit_id),
    current,
    receipts: unit.receipts,
    evidence: unit.evidence,
    starters: waitingStarters(state),
    decisions: await readRecorded(of, unit.decisions.filter(touching(indicators)), lake),
    feedback: new Map(await Promise.all(unit.feedback.map((one) => readGiven(of, one, lake)))),
  };
}

/** A run that was released, or came to nothing, is nothing that a decision could change. */
const waitingStarters = ({ runs }: PeriodState): string[] =>
  [...runs.values()]
    .filter(({ status }) => status === 'running' || status === 'ready')
    .flatMap(({ started_by }) => started_by);

const touching =
  (indicators: ReadonlySet<string> | undefined) =>
  ({ decided, withdrawn }: Decision): boolean =>
    indicators === undefined || [...decided, ...withdrawn].some((indicator) => indicators.has(indicator));

async function readRecorded(of: UnitOf, decisions: readonly Decision[], lake: Bucket): Promise<RecordedDecision[]> {
  const recorded = decisions.map(async ({ number, at, figures_sha256, decisions_sha256 }) => {
    const document = await readDecisions(lake, of, decisions_sha256);
    return document.decisions.map((decision) => ({ ...decision, number, at, figures_sha256 }));
  });
  return (await Promise.all(recorded)).flat();
}

async function readGiven(
  of: UnitOf,
  { feedback_sha256, at }: UnitState['feedback'][number],
  lake: Bucket,
): Promise<[string, GivenFeedback]> {
  const { indicator, figures_sha256, text_vi, evidence_vi } = await readFeedback(lake, of, feedback_sha256);
  return [indicator, { figures_sha256, text_vi, evidence_vi, at }];
}
