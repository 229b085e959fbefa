import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import type { UnitQuestion } from '../../ledger/fold-unit.ts';
import { readQuestion, readReply } from './question-document.ts';

/** A question with its answer. Of whoever asked, the office; a unit need not know the person. */
export interface ToldQuestion {
  unit_id: string;
  /** Place among the unit's questions, from 1. */
  question: number;
  /** Null: about the unit as a whole. */
  indicator: string | null;
  text_vi: string;
  asked_at: string;
  /** Role of whoever asked. */
  asked_as: string;
  /** Last day for an answer, in Vietnam. */
  answer_by: string;
  /** It waits for the unit: no reply, no other figures and no decision since. */
  open: boolean;
  reply: { text_vi: string; evidence_vi: string | null; at: string } | null;
}

export async function tellQuestion(
  asked: UnitQuestion,
  { of, open }: { of: UnitOf; open: readonly UnitQuestion[] },
  lake: Bucket,
): Promise<ToldQuestion> {
  const { text_vi } = await readQuestion(lake, of, asked.question_sha256);
  return {
    unit_id: of.unit_id,
    question: asked.question,
    indicator: asked.indicator ?? null,
    text_vi,
    asked_at: asked.at,
    asked_as: asked.role,
    answer_by: asked.answer_by,
    open: open.some(({ question }) => question === asked.question),
    reply: await tellReply(asked, of, lake),
  };
}

async function tellReply({ reply }: UnitQuestion, of: UnitOf, lake: Bucket): Promise<ToldQuestion['reply']> {
  if (!reply) return null;
  const { text_vi, evidence_vi } = await readReply(lake, of, reply.reply_sha256);
  return { text_vi, evidence_vi, at: reply.at };
}
