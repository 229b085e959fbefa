import type { QueueUnit } from './queue-round.ts';

/**
 * What a row waits for. `undecided`: nobody has looked at it. `in_question`: the unit was asked and has not answered.
 * `replied`: the unit answered, to a question or to its points, since. `resubmitted`: it was decided or asked about on
 * earlier figures. `decided`: nothing.
 */
export type Attention = 'undecided' | 'in_question' | 'replied' | 'resubmitted' | 'decided';

/** From the unit's chain alone. Everything but `decided` and `in_question` is in the appraiser's queue. */
export function attentionOf({ unit, standing, figures_sha256 }: QueueUnit, indicator: string): Attention {
  const isOf = (one: { indicator?: string }) => one.indicator === indicator;
  const decision = standing.decisions.get(indicator);
  if (standing.questions.some(isOf)) return 'in_question';
  // Said of earlier figures, it has had its answer: these.
  const isCurrent = (one: { figures_sha256?: string }) => one.figures_sha256 === figures_sha256;
  const replies = unit.questions
    .filter(isOf)
    .filter(isCurrent)
    .map(({ reply }) => reply);
  const answered = [...replies, ...unit.feedback.filter(isOf).filter(isCurrent)];
  const last = Math.max(0, ...answered.map((one) => one?.number ?? 0));
  if (last > (decision?.number ?? 0)) return 'replied';
  if (decision) return 'decided';
  const isEarlier = (one: { figures_sha256?: string }) =>
    one.figures_sha256 !== undefined && one.figures_sha256 !== figures_sha256;
  const asked = unit.questions.filter(isOf).some(isEarlier);
  const decided = unit.decisions.some((one) => isEarlier(one) && one.decided.includes(indicator));
  return asked || decided ? 'resubmitted' : 'undecided';
}
