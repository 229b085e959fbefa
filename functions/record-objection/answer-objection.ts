import { enterUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireNoPart } from '../../shared/http/require-no-part.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appendToUnit } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { isAccepted, standingOf } from '../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import {
  documentSha256,
  type ObjectionAnswerDocument,
  writeObjectionAnswer,
} from '../../shared/release/objection-document.ts';
import { keyReused } from './key-reused.ts';
import type { RecordObjectionDeps } from './record-objection.ts';

export interface AnswerObjectionInput extends UnitOf {
  /** The n-th of the unit, as it stands in the address. */
  number: string;
  outcome: 'accepted' | 'declined';
  text_vi: string;
  cause: string;
}

export interface AnsweredObjection extends ObjectionAnswerDocument {
  at: string;
}

/**
 * What the ministry answers, once. Points change by a decision of an appraiser alone, and then the run is another one;
 * whoever answers has judged the result and does not release it. Nobody answers for figures that they sent or certified;
 * whoever ran the calculation may: of two publishers the other one has to be left to release it.
 */
export async function answerObjection(
  { cause, number, ...given }: AnswerObjectionInput,
  caller: Caller,
  deps: RecordObjectionDeps,
): Promise<AnsweredObjection> {
  const { group, period, unit_id, outcome, text_vi } = given;
  const state = await enterUnit(caller, given, deps.ledger, 'publisher');
  const actor = await actorOf(deps.table, caller);
  const document = { group, period, unit_id, objection: Number(number), outcome, text_vi };
  const { entry } = await appendToUnit(deps, given, {
    cause,
    decide: async (known) => {
      requireUnanswered(known, number);
      await requireNoHand(known, { of: { group, period, unit_id }, state, subject: actor.subject }, deps);
      const answer_sha256 = await writeObjectionAnswer(deps.lake, document);
      const about = { objection: document.objection, outcome, answer_sha256 };
      return { kind: 'objection-answered', at: deps.now().toISOString(), ...actor, about };
    },
  });
  return answerOf(entry, document);
}

interface Answering {
  of: UnitOf;
  state: PeriodState;
  subject: string;
}

/** In the figures that count now. Asked of the chain that the answer will follow. */
async function requireNoHand(
  entries: readonly UnitEntry[],
  { of, state, subject }: Answering,
  deps: RecordObjectionDeps,
): Promise<void> {
  const unit = foldUnit(entries);
  const { current } = standingOf(unit, state, of.unit_id);
  if (!current || !isAccepted(current)) return;
  const { receipts, evidence } = unit;
  await requireNoPart({ of, current, receipts, evidence, starters: [] }, subject, anotherAnswers, deps);
}

const anotherAnswers = {
  vi: 'Ý kiến chưa được trả lời; đề nghị người công bố khác trả lời.',
  en: 'The objection is not answered: leave it to another publisher.',
};

function requireUnanswered(entries: readonly UnitEntry[], number: string): void {
  const found = foldUnit(entries).objections.find(({ objection }) => String(objection) === number);
  if (!found) {
    throw new Problem(
      404,
      'objection-unknown',
      `Đơn vị không có ý kiến số "${number}"; đề nghị lấy số ở danh sách ý kiến.`,
      `The unit has no objection "${number}".`,
    );
  }
  if (found.answer === null) return;
  throw new Problem(
    409,
    'objection-answered',
    `Ý kiến số ${number} đã được trả lời; mỗi ý kiến một lần.`,
    `Objection ${number} is answered already.`,
  );
}

function answerOf(entry: UnitEntry | null, document: ObjectionAnswerDocument): AnsweredObjection {
  const isSame = entry?.kind === 'objection-answered' && entry.about.answer_sha256 === documentSha256(document);
  if (!isSame) throw keyReused();
  return { ...document, at: entry.at };
}
