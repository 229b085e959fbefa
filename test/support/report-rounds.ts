import { quarter } from '../../sample-data/quarter.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { digestOf } from '../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import { buildChanges } from '../../shared/release/changes/build-changes.ts';
import {
  type Files,
  type FrozenInputs,
  keepAsPrevious,
  previousPath,
  readFrozenInputs,
  scoringInputs,
  writeFrozenInputs,
} from '../../shared/release/frozen-inputs.ts';
import { readEarlierRound } from '../../shared/release/profile/earlier-round.ts';
import type { ReportSource } from '../../shared/release/report-source.ts';
import { scoreboardOf } from '../../shared/release/run-scoreboard.ts';
import { renderScoreboardJson } from '../../shared/release/scoreboard-json.ts';
import { stateAnswers } from '../../shared/scoring/answer-states.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { FrozenAppraisal, FrozenObservation, ScoringInputs } from '../../shared/scoring/scores.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf, predecessorsOf } from '../../shared/units/registry.ts';

interface Declared {
  indicator: string;
  input: string;
  value: string;
}

interface RoundOf {
  group: string;
  period: string;
  framework: Framework;
  /** By unit_id; a unit that is not here did not submit. */
  declared: ReadonlyMap<string, Declared[]>;
  notice?: string;
  earlier?: FrozenInputs;
  appraise?: (observations: FrozenObservation[]) => FrozenAppraisal[];
}

/** Frozen inputs of a round, as if every file had been accepted at once. */
export function frozenRound({ group, period, framework, declared, notice, earlier, appraise }: RoundOf): FrozenInputs {
  const { group: id, name_vi, name_en, from, to, ranked } = groupOf(group);
  const members = membersOf(group, period);
  const stated = members.flatMap(({ unit_id }, n) => {
    const values = declared.get(unit_id);
    if (!values) return [];
    const observations = values.map(
      (one, line): FrozenObservation => ({
        unit_id,
        ...{ indicator: one.indicator, input: one.input, value: one.value },
        submission_sha256: hashOf(n),
        ...{ sheet: 'Số liệu', cell: `I${8 + line}` },
      }),
    );
    const isOwn = (row: { unit_id: string }) => row.unit_id === unit_id;
    const before = earlier && {
      period: earlier.period,
      observations: earlier.observations.filter(isOwn),
      answers: earlier.answers.filter(isOwn),
      appraisals: earlier.appraisals.filter(isOwn),
    };
    return [stateAnswers(framework, { unit_id, group, period, observations, earlier: before ?? null })];
  });
  const observations = stated.flatMap((one) => one.observations);
  return {
    group: { group: id, name_vi, name_en, from, to, ranked },
    ...{ period, framework, observations },
    closing_date: lastDayOf(parsePeriod(period)),
    ...(notice === undefined ? {} : { notice_vi: notice }),
    units: members.map((unit, n) => ({
      ...{ unit_id: unit.unit_id, name_vi: unit.name_vi, ranked },
      submitted: declared.has(unit.unit_id),
      submission_sha256: declared.has(unit.unit_id) ? hashOf(n) : null,
      formed_from_vi: predecessorsOf(unit).map((one) => one.name_vi),
    })),
    answers: stated.flatMap((one) => one.answers),
    appraisals: [...stated.flatMap((one) => one.appraisals), ...(appraise?.(observations) ?? [])],
  };
}

const hashOf = (n: number): string => n.toString(16).padStart(4, '0').repeat(16);

/** The published round of 2024. */
export async function inputs2024(group: 'province34' | 'province63'): Promise<FrozenInputs> {
  const round = round2024(group);
  const declared = new Map(round.rows.map(({ unit, values }) => [unit.unit_id, values]));
  return frozenRound({ ...{ group, declared }, period: '2024', framework: await loadFramework(round.framework) });
}

/** An illustrative round; the wrong file of its story counts as none, and the late unit has none. */
export async function inputsIllustrative(group: string, period: string, more: Partial<RoundOf> = {}) {
  const { framework, files, note_vi } = await quarter(group, period);
  const declared = new Map(
    files.filter(({ variant }) => variant === 'right').map(({ unit, values }) => [unit.unit_id, values]),
  );
  return frozenRound({ group, period, framework, declared, notice: note_vi, ...more });
}

export interface ReportRound {
  source: ReportSource;
  inputs: FrozenInputs;
  inputFiles: Files;
}

/** What the workbooks of the round's release are written from; `previous`: the release it is compared with. */
export async function reportRound(inputs: FrozenInputs, previous?: ReportRound): Promise<ReportRound> {
  const inputFiles: Files = writeFrozenInputs(inputs);
  if (previous) {
    const text = renderScoreboardJson(previous.source.scoreboard);
    inputFiles.set(previousPath, new TextEncoder().encode(text));
    for (const [path, bytes] of keepAsPrevious(previous.inputFiles)) inputFiles.set(path, bytes);
  }
  const frozen = await readFrozenInputs(inputFiles);
  const scores = scoreReference(scoringInputs(frozen));
  const { framework, group, period } = frozen;
  const release = `${framework.index}/${group.group}/${period}/r1`;
  const scoreboard = await scoreboardOf(release, inputFiles, scores);
  const changes = previous ? await buildChanges(scoreboard, inputFiles) : null;
  const earlier = await readEarlierRound(inputFiles);
  const source = { scoreboard, scores, inputs: frozen, changes, corrections: null, ...(earlier ? { earlier } : {}) };
  return { source, inputs: frozen, inputFiles };
}

/** Decisions on every fifth answer: half of what it could earn, or all of it. */
export function appraiseSome(observations: FrozenObservation[]): FrozenAppraisal[] {
  const answers = [...new Map(observations.map((one) => [`${one.unit_id} ${one.indicator}`, one])).values()];
  return answers.flatMap(({ unit_id, indicator }, n) =>
    n % 5 === 0 ? [{ unit_id, indicator, points: n % 2 === 0 ? '0' : '1.2345', reason: null }] : [],
  );
}

/** A drawn case as the inputs of a release. */
export function inputsOfCase({
  framework: { sha256: _, ...content },
  units,
  observations,
  answers = [],
  appraisals = [],
}: ScoringInputs): FrozenInputs {
  const { group, name_vi, name_en, from, to, ranked } = groupOf('province34');
  return {
    group: { group, name_vi, name_en, from, to, ranked },
    ...{ period: '2024', closing_date: '2024-12-31', observations, answers, appraisals },
    // Cases put side by side have a framework of their own.
    framework: { ...content, sha256: digestOf(content) },
    units: [...units]
      .sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1))
      .map((unit) => ({ ...unit, submission_sha256: unit.submitted ? hashOf(1) : null, formed_from_vi: [] })),
  };
}
