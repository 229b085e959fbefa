import type { Framework } from '../../shared/frameworks/framework.ts';
import { enterUnit } from '../../shared/http/enter.ts';
import { keyReusedByUnit } from '../../shared/http/key-reused.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireFutureDay } from '../../shared/http/require-answer-day.ts';
import { requireBodyIndicator, requireKnownIndicator } from '../../shared/http/require-body-indicator.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { foldUnit, type UnitQuestion } from '../../shared/ledger/fold-unit.ts';
import { isUnclosedFor, standingOf } from '../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { type EnterQuestionDeps, enterQuestion } from '../../shared/submission/questions/enter-question.ts';
import { type ToldQuestion, tellQuestion } from '../../shared/submission/questions/tell-question.ts';

export interface AskUnitInput extends UnitOf {
  text_vi: string;
  answer_by: string;
  indicator?: string | undefined;
  /** What the entry follows from: `key/<Idempotency-Key>`, `request/<request id>`. */
  cause: string;
}

/** The ministry asks a unit: its publisher anything, an appraiser on indicators of the own bodies. */
export async function askUnit(
  { cause, text_vi, answer_by, indicator, ...of }: AskUnitInput,
  caller: Caller,
  deps: EnterQuestionDeps,
): Promise<ToldQuestion> {
  const state = await enterUnit(caller, of, deps.ledger, 'appraiser', 'publisher');
  requireAskable(indicator, caller, await readPeriodFramework(deps.lake, state.terms));
  requireFutureDay(answer_by, deps.now());
  const asked = await enterQuestion(
    {
      ...{ of, text_vi, answer_by, cause },
      indicator: indicator ?? null,
      actor: await actorOf(deps.table, caller),
      figuresIn: async (entries) => figuresOf(entries, { of, indicator, caller }, deps),
    },
    deps,
  );
  if (!asked) throw keyReusedByUnit();
  return tell(asked, of, deps);
}

/** Asked again of the chain that the entry will follow. An appraiser asks while points may change. */
async function figuresOf(
  entries: readonly UnitEntry[],
  { of, indicator, caller }: { of: UnitOf; indicator: string | undefined; caller: Caller },
  { ledger }: EnterQuestionDeps,
): Promise<string | null> {
  const state = await requirePeriod(ledger, of.group, of.period);
  if (caller.role === 'appraiser') requireUnclosed(isUnclosedFor(state, of.unit_id), of);
  return indicator === undefined ? null : askedFigures(entries, state, of.unit_id);
}

/** What the unit stands on: the newest that counts or waits for its certifier. */
function askedFigures(entries: readonly UnitEntry[], state: PeriodState, unitId: string): string | null {
  const { current, waiting } = standingOf(foldUnit(entries), state, unitId);
  return (waiting ?? current)?.answer?.figures_sha256 ?? null;
}

const tell = async (asked: UnitQuestion, of: UnitOf, { lake }: EnterQuestionDeps): Promise<ToldQuestion> =>
  tellQuestion(asked, { of, open: asked.reply ? [] : [asked] }, lake);

/** A publisher asks about the unit as a whole too. */
function requireAskable(code: string | undefined, caller: Caller, framework: Framework): void {
  if (code !== undefined) requireBodyIndicator(requireKnownIndicator(code, framework), caller);
  else if (caller.role === 'appraiser')
    throw new Problem(
      422,
      'indicator-needed',
      'Người thẩm định hỏi về một chỉ số cụ thể; đề nghị ghi mã chỉ số (indicator).',
      'An appraiser asks about an indicator; name it.',
    );
}
