import type { Actor } from '../../identity/actor.ts';
import type { Bucket } from '../../lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../ledger/append.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import { foldUnit, type UnitQuestion } from '../../ledger/fold-unit.ts';
import type { UnitEntry } from '../../ledger/unit-entry.ts';
import { documentSha256, type QuestionDocument, writeQuestion } from './question-document.ts';

export interface Asking {
  of: UnitOf;
  text_vi: string;
  /** Last day for an answer: `2026-10-15`. */
  answer_by: string;
  /** Null: about the unit as a whole. */
  indicator: string | null;
  actor: Actor;
  cause: string;
  /** Figures asked about, from the chain that the entry will follow; may refuse by throwing. Null: none. */
  figuresIn: (entries: readonly UnitEntry[]) => Promise<string | null>;
}

export interface EnterQuestionDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** Appends a question. Null: its cause was used for something else before. */
export async function enterQuestion(asking: Asking, deps: EnterQuestionDeps): Promise<UnitQuestion | null> {
  const { of, cause, actor, figuresIn } = asking;
  const { entries, entry } = await appendToUnit(deps, of, {
    cause,
    decide: async (before) => {
      const figures_sha256 = await figuresIn(before);
      const question_sha256 = await writeQuestion(deps.lake, documentOf(asking, figures_sha256));
      const { indicator, answer_by } = asking;
      const about = {
        question_sha256,
        ...(indicator === null ? {} : { indicator }),
        ...(figures_sha256 === null ? {} : { figures_sha256 }),
        answer_by,
      };
      return { kind: 'question', at: deps.now().toISOString(), ...actor, about };
    },
  });
  const asked = foldUnit(entries).questions.find(({ number }) => number === entry?.number);
  if (!asked) return null;
  const same = documentSha256(documentOf(asking, asked.figures_sha256 ?? null)) === asked.question_sha256;
  return same ? asked : null;
}

const documentOf = (
  { of, indicator, text_vi, answer_by }: Asking,
  figures_sha256: string | null,
): QuestionDocument => ({
  group: of.group,
  period: of.period,
  unit_id: of.unit_id,
  indicator,
  figures_sha256,
  text_vi,
  answer_by,
});
