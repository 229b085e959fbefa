import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { StatedDecision } from '../../../../record-appraisal/decisions-body.ts';
import type { DecisionsAnswer } from '../../../../record-appraisal/record-decisions.ts';
import { ApiProblem, post } from '../../api.ts';
import { type Progress, persist } from '../../upload/wait-online.ts';
import { appraisalPath, type PeriodOf } from './appraisal-path.ts';

/** What became of decisions: saved, refused with what is wrong, or of figures that count no more. */
export type Outcome = { saved: DecisionsAnswer } | { refused: DecisionsAnswer } | { changed: ApiProblem };

/** Each press of a key once: the same request is sent until an answer comes through. */
export async function sendDecisions(
  of: PeriodOf,
  { unit_id, figures_sha256, last_entry }: Pick<QueueRow, 'unit_id' | 'figures_sha256' | 'last_entry'>,
  decisions: StatedDecision[],
  tell: (progress: Progress) => void = () => {},
): Promise<Outcome> {
  const key = crypto.randomUUID();
  const body = { figures_sha256, last_entry, decisions };
  const ask = () => post<DecisionsAnswer>(appraisalPath(of, unit_id), body, key);
  try {
    const answer = await persist(ask, { tell, signal: new AbortController().signal }, 'sending');
    return answer.accepted ? { saved: answer } : { refused: answer };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'submission-changed') return { changed: error };
    throw error;
  }
}

/** The row as it stands after what was just saved; the list itself is read again with the screen. */
export function afterDecision(row: QueueRow, decision: StatedDecision, { last_entry }: DecisionsAnswer): QueueRow {
  const at = new Date().toISOString();
  switch (decision.decision) {
    case 'ask': {
      const { reason_vi: text_vi, answer_by } = decision;
      const asked = { unit_id: row.unit_id, question: 0, indicator: row.indicator, text_vi, answer_by };
      const question = { ...asked, asked_at: at, asked_as: 'appraiser', open: true, reply: null };
      return { ...row, last_entry, question, attention: 'in_question' };
    }
    case 'withdraw': {
      const gone = { points: null, reason: '', self_points: row.self_points };
      const taken = { ...gone, at, decided_by: null, decided_as: 'appraiser', number: last_entry };
      return { ...row, last_entry, decision: null, history: [...row.history, taken], attention: 'undecided' };
    }
    default: {
      const made = { points: pointsOf(row, decision), reason: decision.reason_vi ?? '', self_points: row.self_points };
      const by = { at, decided_by: null, decided_as: 'appraiser', number: last_entry };
      const stands = { ...made, ...by };
      return { ...row, last_entry, decision: stands, history: [...row.history, stands], attention: 'decided' };
    }
  }
}

function pointsOf({ self_points }: QueueRow, decision: StatedDecision): string {
  if (decision.decision === 'points') return decision.points.trim().replace(',', '.');
  return decision.decision === 'reject' ? '0' : self_points;
}
