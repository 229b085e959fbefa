import type * as z from 'zod';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { enterUnit } from '../../shared/http/enter.ts';
import { keyReusedByUnit } from '../../shared/http/key-reused.ts';
import { requireFutureDay } from '../../shared/http/require-answer-day.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appraisalJsonKey } from '../../shared/lake/keys.ts';
import { putObjectOnce } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { isUnclosedFor } from '../../shared/ledger/standing.ts';
import { judgeStated } from '../../shared/submission/appraisal/judge-rows.ts';
import { readUnitRound, type UnitRound } from '../../shared/submission/appraisal/read-unit-round.ts';
import { boundFindings, findingBounds } from '../../shared/submission/bound-findings.ts';
import { enterQuestion } from '../../shared/submission/questions/enter-question.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';
import type { decisionsBody } from './decisions-body.ts';
import { type AskedQuestion, readStated, type Stated } from './read-stated.ts';
import type { AppraisalAnswer } from './record-appraisal.ts';
import { figuresChanged, type RecordAppraisalDeps, type Recording, readUnitNow, recordUnit } from './record-unit.ts';
import { requireAppraiser } from './require-appraiser.ts';

export interface RecordDecisionsInput extends UnitOf, z.infer<typeof decisionsBody> {
  /** As received: kept raw. */
  bytes: Uint8Array;
  /** What the entries follow from: `key/<Idempotency-Key>`, `request/<request id>`. */
  cause: string;
}

export interface DecisionsAnswer extends AppraisalAnswer {
  /** Numbers of the questions that were put to the unit, in the order stated. */
  questions: number[];
  /** Of the unit's chain now; what to send as `last_entry` with the next decision. */
  last_entry: number;
}

/**
 * Decisions on one unit, stated one by one: all of them or none. They are of the figures that the appraiser looked at and
 * of no others, are kept raw as they came, and are judged and entered by what does so with a workbook.
 */
export async function recordDecisions(
  input: RecordDecisionsInput,
  caller: Caller,
  deps: RecordAppraisalDeps,
): Promise<DecisionsAnswer> {
  const of = { group: input.group, period: input.period, unit_id: input.unit_id };
  const state = await enterUnit(caller, of, deps.ledger, 'appraiser');
  requireUnclosed(isUnclosedFor(state, of.unit_id), of);
  const round = await requireShown(of, input, state, deps);
  const stated = readStated(input.decisions, { ...round, bodies: caller.bodies });
  for (const { answer_by } of stated.questions) requireFutureDay(answer_by, deps.now());
  const sha256 = sha256Of(input.bytes);
  await putObjectOnce(deps.raw, appraisalJsonKey({ ...of, sha256 }), input.bytes, { contentType: 'application/json' });
  const by = { figures_sha256: input.figures_sha256, last_entry: input.last_entry ?? Infinity, bodies: caller.bodies };
  const judge: Recording['checked']['judge'] = (unit) => judgeStated(stated.rows, unit, by);
  const { findings } = judge(round.unit);
  const all = [...stated.findings, ...findings];
  if (all.some(({ severity }) => severity === 'error'))
    return { ...answerOf(sha256, all), accepted: false, questions: [], last_entry: round.unit.last_entry };
  const actor = await actorOf(deps.table, caller);
  const indicators = new Set(input.decisions.map(({ indicator }) => indicator));
  const recording: Recording = {
    of,
    checked: { sha256, judge },
    format: 'json',
    indicators,
    actor,
    cause: input.cause,
  };
  await requireAppraiser(round.unit, recording, deps);
  return enter(stated, { of, figures_sha256: input.figures_sha256, recording, findings: all }, deps);
}

/** The unit as it stands, 409 where other figures count than those that were looked at. */
async function requireShown(
  of: UnitOf,
  { figures_sha256, decisions }: RecordDecisionsInput,
  state: PeriodState,
  deps: RecordAppraisalDeps,
): Promise<UnitRound> {
  const indicators = new Set(decisions.map(({ indicator }) => indicator));
  const round = await readUnitRound(of, { state, indicators }, deps);
  return round?.unit.figures_sha256 === figures_sha256 ? round : figuresChanged(of);
}

interface Entering {
  of: UnitOf;
  figures_sha256: string;
  recording: Recording;
  findings: Finding[];
}

async function enter({ questions }: Stated, entering: Entering, deps: RecordAppraisalDeps): Promise<DecisionsAnswer> {
  const { of, recording, findings } = entering;
  const { entry, entries } = await recordUnit(of.unit_id, recording, deps);
  const { sha256 } = recording.checked;
  if (entry && !(entry.kind === 'decision' && entry.about.appraisal_sha256 === sha256)) throw keyReusedByUnit();
  const recorded = entry?.kind === 'decision' ? entry.about.decided.length + entry.about.withdrawn.length : 0;
  const asked: number[] = [];
  let last = entries.at(-1)?.number ?? 0;
  for (const question of questions) {
    const { question: number, number: place } = await ask(question, entering, deps);
    asked.push(number);
    last = Math.max(last, place);
  }
  return { ...answerOf(sha256, findings), recorded, questions: asked, last_entry: last };
}

async function ask(
  { indicator, text_vi, answer_by }: AskedQuestion,
  { of, recording, figures_sha256 }: Entering,
  deps: RecordAppraisalDeps,
) {
  const asked = await enterQuestion(
    {
      ...{ of, text_vi, answer_by, indicator, actor: recording.actor },
      cause: `${recording.cause}#${indicator}`,
      figuresIn: async (entries) => {
        const unit = await readUnitNow(of, entries, deps, recording.indicators);
        await requireAppraiser(unit, recording, deps);
        return unit.figures_sha256 === figures_sha256 ? figures_sha256 : figuresChanged(of);
      },
    },
    deps,
  );
  if (!asked) throw keyReusedByUnit();
  return asked;
}

const answerOf = (sha256: string, findings: Finding[]): AppraisalAnswer => ({
  accepted: true,
  sha256,
  ...boundFindings(toldFindings(findings), findingBounds.told),
  recorded: 0,
});
