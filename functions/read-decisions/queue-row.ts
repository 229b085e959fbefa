import { nameOfInput } from '../../shared/frameworks/input-names.ts';
import type { UnitQuestion } from '../../shared/ledger/fold-unit.ts';
import { isUnclosedFor } from '../../shared/ledger/standing.ts';
import type { AnswerState } from '../../shared/scoring/scores.ts';
import type { AppraisableAnswer } from '../../shared/submission/appraisal/appraisal-round.ts';
import { readFeedback } from '../../shared/submission/appraisal/feedback-document.ts';
import type { EvidenceRecord } from '../../shared/submission/evidence/evidence-record.ts';
import { readEvidence } from '../../shared/submission/evidence/file/evidence-document.ts';
import { type ToldQuestion, tellQuestion } from '../../shared/submission/questions/tell-question.ts';
import type { Observation } from '../../shared/submission/submission.ts';
import { choicesOf } from '../../shared/submission/values/choices.ts';
import { type Attention, attentionOf } from './attention.ts';
import type { Before } from './before.ts';
import type { Peers } from './peers.ts';
import type { QueueRound, QueueUnit, ReadDecisionsDeps } from './queue-round.ts';
import type { Reuse } from './reuse.ts';
import { type ToldDecision, tellDecision } from './told-decision.ts';

/** One answer with everything that an appraiser looks at. */
export interface QueueRow {
  unit_id: string;
  unit_name_vi: string;
  /** What a decision must name. */
  figures_sha256: string;
  last_entry: number;
  /** Points may change. */
  open: boolean;
  indicator: string;
  name_vi: string;
  name_en: string;
  unit_of_measure_vi: string;
  /** Who verifies it; null: the owner. */
  body_vi: string | null;
  /** What must prove it, in words; null: nothing is said. */
  evidence_vi: string | null;
  max_points: string;
  state: AnswerState;
  carried_from: string | null;
  carried_points: string | null;
  figures: ShownFigure[];
  /** What the unit wrote beside them. */
  notes: string[];
  evidence: { text: string; records: EvidenceRecord[] }[];
  files: EvidenceFile[];
  self_points: string;
  /** What counted for it in the last comparable release; null: nothing did. */
  points_before: string | null;
  peers: Peers;
  reused: Reuse[];
  attention: Attention;
  /** That holds; null: none does. */
  decision: ToldDecision | null;
  /** All on these figures, in order. */
  history: ToldDecision[];
  /** Two people have decided differently on these figures. */
  disagreement: boolean;
  feedback: { text_vi: string; evidence_vi: string | null; at: string } | null;
  /** The last question on it; null: none was asked. */
  question: ToldQuestion | null;
}

export interface ShownFigure {
  input: string;
  input_vi: string;
  /** Canonical decimal. */
  value: string;
  /** Of the last release by the same framework; null: none. */
  before: string | null;
  /** What the values are called where they are a choice; null: they are numbers. */
  choices: { value: string; label_vi: string }[] | null;
}

export interface EvidenceFile {
  sha256: string;
  file_name: string;
  type: string;
  /** Null: it is not of this indicator alone. */
  indicator: string | null;
}

/** What is known of a round beside the answer itself. */
export interface Beside {
  round: QueueRound;
  before: Before;
  peers: (indicator: string) => Peers;
  reuse: (unit: QueueUnit, indicator: string) => Reuse[];
}

export async function queueRow(answer: AppraisableAnswer, beside: Beside, deps: ReadDecisionsDeps): Promise<QueueRow> {
  const { unit_id, unit_name_vi, state, carried_from, carried_points, self_points } = answer;
  const { indicator, name_vi, name_en, unit_of_measure_vi, max_points } = answer.indicator;
  const unit = beside.round.units.get(unit_id)!;
  const before = await beside.before(unit_id, indicator);
  return {
    ...{ unit_id, unit_name_vi, figures_sha256: unit.figures_sha256 },
    last_entry: unit.unit.head?.number ?? 0,
    open: isUnclosedFor(beside.round.period, unit_id),
    ...{ indicator, name_vi, name_en, unit_of_measure_vi },
    body_vi: answer.indicator.verified_by_vi ?? null,
    evidence_vi: answer.indicator.evidence_vi ?? null,
    ...{ max_points, state, carried_from, carried_points },
    figures: figuresOf(answer, before.figures),
    ...writtenBeside(unit.figures.observations.filter((one) => one.indicator === indicator)),
    files: await filesOf(unit, indicator, beside, deps),
    self_points,
    points_before: before.points,
    peers: beside.peers(indicator),
    reused: beside.reuse(unit, indicator),
    attention: attentionOf(unit, indicator),
    ...(await decisionsOn(unit, indicator, beside, deps)),
    ...(await saidBy(unit, indicator, beside, deps)),
  };
}

function figuresOf(
  { indicator, figures }: AppraisableAnswer,
  before: ReadonlyMap<string, string>,
): QueueRow['figures'] {
  return figures.map(({ input, value }) => {
    const asked = indicator.inputs.find((one) => one.input === input);
    return {
      ...{ input, input_vi: asked ? nameOfInput(indicator, asked) : input },
      ...{ value, before: before.get(input) ?? null },
      choices: asked ? labelsOf(indicator, asked) : null,
    };
  });
}

const labelsOf = (...of: Parameters<typeof choicesOf>): ShownFigure['choices'] =>
  choicesOf(...of)?.map(({ value, label_vi }) => ({ value, label_vi })) ?? null;

/** Each text once: an officer writes the same beside numerator and denominator. */
function writtenBeside(own: readonly Observation[]): Pick<QueueRow, 'notes' | 'evidence'> {
  const texts = new Map(
    own.flatMap(({ evidence, evidence_records = [] }) => (evidence ? [[evidence, evidence_records]] : [])),
  );
  const linked = own.flatMap(({ evidence, evidence_records = [] }) => (evidence ? [] : evidence_records));
  return {
    notes: [...new Set(own.flatMap(({ note }) => note ?? []))],
    evidence: [
      ...[...texts].map(([text, records]) => ({ text, records })),
      ...(linked.length > 0 ? [{ text: '', records: linked }] : []),
    ],
  };
}

async function filesOf(
  { unit, unit_id }: QueueUnit,
  indicator: string,
  { round: { of } }: Beside,
  { lake }: ReadDecisionsDeps,
): Promise<EvidenceFile[]> {
  const own = unit.evidence.filter((one) => one.type !== null && (one.indicator ?? indicator) === indicator);
  const once = [...new Map(own.map((one) => [one.sha256, one])).values()];
  return Promise.all(
    once.map(async ({ sha256, type, evidence_sha256, ...file }) => {
      const { file_name } = await readEvidence(lake, { ...of, unit_id }, evidence_sha256);
      return { sha256, file_name, type: type!, indicator: file.indicator ?? null };
    }),
  );
}

async function decisionsOn(
  { unit, unit_id, figures_sha256, standing }: QueueUnit,
  indicator: string,
  { round: { of } }: Beside,
  { lake }: ReadDecisionsDeps,
): Promise<Pick<QueueRow, 'decision' | 'history' | 'disagreement'>> {
  const own = unit.decisions.filter(
    (one) => one.figures_sha256 === figures_sha256 && [...one.decided, ...one.withdrawn].includes(indicator),
  );
  const at = { of: { ...of, unit_id }, indicator };
  const history = await Promise.all(own.map((one) => tellDecision(one, at, lake)));
  const number = standing.decisions.get(indicator)?.number;
  return {
    decision: history.find((one) => one.number === number) ?? null,
    history,
    disagreement: isDisagreement(history),
  };
}

/** The last word of each person, where there are two: somebody who changed their own mind disagrees with nobody. */
function isDisagreement(history: readonly ToldDecision[]): boolean {
  const last = new Map(history.map(({ decided_by, points }) => [decided_by, points]));
  const points = [...last.values()].filter((one) => one !== null);
  return new Set(points).size > 1;
}

async function saidBy(
  { unit, unit_id, standing }: QueueUnit,
  indicator: string,
  { round }: Beside,
  { lake }: ReadDecisionsDeps,
): Promise<Pick<QueueRow, 'feedback' | 'question'>> {
  const of = { ...round.of, unit_id };
  const isOf = (one: { indicator?: string }) => one.indicator === indicator;
  const given = unit.feedback.findLast(isOf);
  const asked: UnitQuestion | undefined = unit.questions.findLast(isOf);
  return {
    feedback: given ? await tellFeedback(of, given, lake) : null,
    question: asked ? await tellQuestion(asked, { of, open: standing.questions }, lake) : null,
  };
}

async function tellFeedback(
  of: { group: string; period: string; unit_id: string },
  { feedback_sha256, at }: { feedback_sha256: string; at: string },
  lake: ReadDecisionsDeps['lake'],
): Promise<QueueRow['feedback']> {
  const { text_vi, evidence_vi } = await readFeedback(lake, of, feedback_sha256);
  return { text_vi, evidence_vi, at };
}
