import type { PeriodState } from './fold-period.ts';
import type { Decision, Receipt, UnitQuestion, UnitState } from './fold-unit.ts';

/** What of a unit's chain counts in its period now: pure, from the two folds alone. */
export interface Standing {
  state: 'missing' | 'opened' | 'rejected' | 'accepted' | 'certified';
  /** The receipt that a run takes; null: none. */
  current: Receipt | null;
  /** Accepted, newer than the current one, and not certified where the period asks for it. */
  waiting: Receipt | null;
  /** The current one came after the deadline in force for it. */
  late: boolean;
  /** Until when the unit may send again; null: it is not reopened. */
  reopened_until: string | null;
  /** The decision that holds for each indicator of the current figures. */
  decisions: Map<string, Decision>;
  /** That wait for an answer of the unit, as asked: while there is one, the unit is in question. */
  questions: UnitQuestion[];
}

/** An accepted receipt with its answer. */
export type Accepted = Receipt & { answer: NonNullable<Receipt['answer']> & { figures_sha256: string } };

export const isAccepted = (receipt: Receipt): receipt is Accepted =>
  receipt.answer?.accepted === true && receipt.answer.figures_sha256 !== null;

export function standingOf(unit: UnitState, period: PeriodState, unitId: string): Standing {
  const counting = unit.receipts.filter((receipt) => isAccepted(receipt) && isInTime(receipt.at, period, unitId));
  // A certification counts when a file sent at that moment would.
  const certified = counting.filter(({ certified: by }) => by !== null && isInTime(by.at, period, unitId));
  const asked = period.terms.certification === 'required';
  const current = newest(asked ? certified : counting);
  const latest = newest(counting);
  return {
    state: stateOf(unit, counting, current),
    current,
    waiting: latest === current ? null : latest,
    late: current !== null && isLate(current.at, period, unitId),
    reopened_until: reopenedUntil(period, unitId),
    decisions: current ? standingDecisions(unit.decisions, (current as Accepted).answer.figures_sha256) : new Map(),
    questions: unit.questions.filter((question) => isOpen(question, unit, latest)),
  };
}

/**
 * Until it is answered: by a reply, by other figures than those asked about, or, where an indicator is in question, by a
 * decision on it that came after.
 */
function isOpen({ reply, figures_sha256, indicator, number }: UnitQuestion, unit: UnitState, latest: Receipt | null) {
  if (reply) return false;
  if (figures_sha256 !== undefined && latest?.answer?.figures_sha256 !== figures_sha256) return false;
  return !unit.decisions.some(
    (decision) => decision.number > number && decision.decided.some((decided) => decided === indicator),
  );
}

function stateOf({ opened, receipts }: UnitState, counting: Receipt[], current: Receipt | null): Standing['state'] {
  if (current?.certified) return 'certified';
  if (counting.length > 0) return 'accepted';
  if (receipts.some(({ answer }) => answer?.accepted === false)) return 'rejected';
  return opened || receipts.length > 0 ? 'opened' : 'missing';
}

/** Numbers are given out once; of two receipts with one number, the later would be of other bytes under an old number. */
export const newest = (receipts: readonly Receipt[]): Receipt | null =>
  receipts.reduce<Receipt | null>((best, one) => (best && best.upload_number >= one.upload_number ? best : one), null);

/** The accepted receipt of the greatest upload number below the one given: what an answer compares with. */
export const acceptedBefore = (unit: UnitState, uploadNumber: number): Accepted | null =>
  newest(unit.receipts.filter((one) => isAccepted(one) && one.upload_number < uploadNumber)) as Accepted | null;

/**
 * While the period is open everything counts. What comes after a closing counts for nothing, unless the unit is reopened
 * before the next closing; then until the day that it was given, or that closing.
 */
export function isInTime(at: string, period: PeriodState, unitId: string): boolean {
  const closing = period.closings.findLastIndex((closed) => closed.at <= at);
  if (closing === -1) return true;
  const own = period.reopenings.filter((one) => one.unit_id === unitId && one.after_closing === closing + 1);
  return heldSince(own, at, (one) => one.at).some(({ until_at }) => at < until_at);
}

/** Whether something sent by the unit now would count. */
export const isOpenFor = (period: PeriodState, unitId: string, now: string): boolean =>
  period.state === 'open' || (period.state === 'reopened' && isInTime(now, period, unitId));

/**
 * Of days given one after the other, that which held at a moment and all given since. Who is in time by one of them is in
 * time: a day moved earlier takes nothing from what came before the move.
 */
const heldSince = <T>(days: readonly T[], at: string, sinceOf: (day: T) => string): T[] =>
  days.slice(
    Math.max(
      0,
      days.findLastIndex((day) => sinceOf(day) <= at),
    ),
  );

/**
 * Against the newest deadline; of a unit that sends after a closing, its own day. Moving a deadline earlier never makes
 * late what had come in time before the move.
 */
export function isLate(at: string, period: PeriodState, unitId: string): boolean {
  if (isSentReopened(at, period, unitId)) return false;
  const held = heldSince(period.deadlines, at, ({ since }) => since);
  return held.every(({ deadline_at }) => deadline_at !== null && at >= deadline_at);
}

const isSentReopened = (at: string, period: PeriodState, unitId: string): boolean =>
  period.closings.some((closed) => closed.at <= at) && isInTime(at, period, unitId);

/** Whether the unit may be appraised and answer: until the closing, and reopened until the next one, past its day for sending. */
export const isUnclosedFor = (period: PeriodState, unitId: string): boolean =>
  period.state === 'open' || reopenedUntil(period, unitId) !== null;

function reopenedUntil({ state, closings, reopenings }: PeriodState, unitId: string): string | null {
  if (state !== 'reopened') return null;
  const own = reopenings.filter((one) => one.unit_id === unitId && one.after_closing === closings.length);
  return own.at(-1)?.until_at ?? null;
}

/**
 * Indicators that were decided on figures which count no more, and not on those that do: a unit that sends the same again
 * has its own points back, and somebody must see it before the period is closed.
 */
export function lapsedIndicators({ decisions }: UnitState, standing: Standing): string[] {
  if (!standing.current) return [];
  const figures = new Set(decisions.map(({ figures_sha256 }) => figures_sha256));
  const decided = [...figures].flatMap((sha256) => [...standingDecisions(decisions, sha256).keys()]);
  return [...new Set(decided)].filter((indicator) => !standing.decisions.has(indicator)).sort();
}

/** In order, the later of two on one indicator holds; only those made of these very figures. */
function standingDecisions(decisions: readonly Decision[], figuresSha256: string): Map<string, Decision> {
  const standing = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.figures_sha256 !== figuresSha256) continue;
    for (const indicator of decision.decided) standing.set(indicator, decision);
    for (const indicator of decision.withdrawn) standing.delete(indicator);
  }
  return standing;
}
