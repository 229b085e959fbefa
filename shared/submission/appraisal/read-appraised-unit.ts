import type { Bucket } from '../../lake/objects.ts';
import type { PeriodOf, UnitOf } from '../../ledger/chain.ts';
import type { PeriodState } from '../../ledger/fold-period.ts';
import type { UnitState } from '../../ledger/fold-unit.ts';
import type { UnitInPeriod } from '../../ledger/read-ledger.ts';
import { isAccepted, isOpenFor } from '../../ledger/standing.ts';
import { type FiguresDocument, readFigures } from '../figures-document.ts';
import type { Observation } from '../submission.ts';
import type { AppraisedUnit, GivenFeedback, RecordedDecision } from './appraised-unit.ts';
import { readDecisions } from './decisions-document.ts';
import { readFeedback } from './feedback-document.ts';

/** Null for a unit without figures that count: there is nothing to appraise. */
export async function readAppraisedUnit(
  { group, period }: PeriodOf,
  { unit_id, unit, standing: { current } }: UnitInPeriod,
  state: PeriodState,
  lake: Bucket,
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
    open: isOpenFor(state, unit_id),
    senders: sendersOf(unit, figures_sha256, figures),
    decisions: await readRecorded(of, unit, lake),
    feedback: new Map(await Promise.all(unit.feedback.map((one) => readGiven(of, one, lake)))),
  };
}

/**
 * Whoever sent these figures by any receipt, and, where a part was laid over what stood before, whoever sent the files that
 * the rest is from.
 */
function sendersOf({ receipts }: UnitState, figuresSha256: string, figures: FiguresDocument): string[] {
  const files = filesOf(figures);
  const sent = receipts.filter(({ answer, sha256 }) => answer?.figures_sha256 === figuresSha256 || files.has(sha256));
  return [...new Set(sent.map(({ subject }) => subject))];
}

/** A figure names its own file where parts are taken. */
function filesOf({ sha256, observations }: FiguresDocument): Set<string> {
  const own: (Observation & { submission_sha256?: string })[] = observations;
  return new Set([sha256, ...own.flatMap(({ submission_sha256 = [] }) => submission_sha256)]);
}

async function readRecorded(of: UnitOf, { decisions }: UnitState, lake: Bucket): Promise<RecordedDecision[]> {
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
