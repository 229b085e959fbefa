import { enterUnit } from '../../shared/http/enter.ts';
import { keyReusedByUnit } from '../../shared/http/key-reused.ts';
import { Problem } from '../../shared/http/problem.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appendToUnit } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { foldUnit, type UnitQuestion } from '../../shared/ledger/fold-unit.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import type { EnterQuestionDeps } from '../../shared/submission/questions/enter-question.ts';
import { documentSha256, type ReplyDocument, writeReply } from '../../shared/submission/questions/question-document.ts';
import { type ToldQuestion, tellQuestion } from '../../shared/submission/questions/tell-question.ts';

export interface ReplyQuestionInput extends UnitOf {
  question: string;
  text_vi: string;
  /** What proves it: number, date, issuer. */
  evidence_vi?: string | undefined;
  cause: string;
}

/** The unit answers a question, once, and late too: whoever asked sees the day. */
export async function replyQuestion(
  { cause, question, text_vi, evidence_vi, ...of }: ReplyQuestionInput,
  caller: Caller,
  deps: EnterQuestionDeps,
): Promise<ToldQuestion> {
  await enterUnit(caller, of, deps.ledger, 'officer');
  const actor = await actorOf(deps.table, caller);
  const documentOf = (number: number): ReplyDocument => ({
    ...{ ...of, question: number, text_vi },
    evidence_vi: evidence_vi ?? null,
  });
  const { entry, entries } = await appendToUnit(deps, of, {
    cause,
    decide: async (before) => {
      const { question: number } = requireUnanswered(requireQuestion(before, question));
      const about = { question: number, reply_sha256: await writeReply(deps.lake, documentOf(number)) };
      return { kind: 'reply', at: deps.now().toISOString(), ...actor, about };
    },
  });
  const asked = requireQuestion(entries, question);
  if (entry?.kind !== 'reply' || entry.about.reply_sha256 !== documentSha256(documentOf(asked.question)))
    throw keyReusedByUnit();
  return tellQuestion(asked, { of, open: [] }, deps.lake);
}

function requireQuestion(entries: readonly UnitEntry[], question: string): UnitQuestion {
  const found = foldUnit(entries).questions.find((one) => String(one.question) === question);
  if (found) return found;
  throw new Problem(
    404,
    'question-unknown',
    `Đơn vị không có câu hỏi số "${question}"; đề nghị xem danh sách câu hỏi của đơn vị.`,
    `The unit has no question "${question}".`,
  );
}

function requireUnanswered(question: UnitQuestion): UnitQuestion {
  if (!question.reply) return question;
  throw new Problem(
    409,
    'reply-given',
    `Câu hỏi số ${question.question} đã được trả lời; mỗi câu hỏi chỉ trả lời một lần.`,
    `Question ${question.question} has been answered; it may be once.`,
  );
}
