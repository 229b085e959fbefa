import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import { readEarlierFigures } from '../../shared/release/earlier-figures.ts';
import type { FrozenInputs, PopulationUnit } from '../../shared/release/frozen-inputs.ts';
import type { SelectedSubmission, Selection } from '../../shared/release/selection.ts';
import { type StatedAnswers, stateAnswers } from '../../shared/scoring/answer-states.ts';
import { publicAppraisal } from '../../shared/scoring/public-appraisal.ts';
import type { FrozenAppraisal, FrozenObservation } from '../../shared/scoring/scores.ts';
import { readFigures } from '../../shared/submission/figures-document.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf, predecessorsOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { freezeDecisions } from './freeze-decisions.ts';

/** Documents read at the same time: bounded, so that 3,321 units do not open 3,321 sockets. */
const concurrentReads = 16;

/** Everything that a run scores: what units declared, what is carried forward, what the ministry decided. */
export async function collectInputs(selection: Selection, lake: Bucket): Promise<FrozenInputs> {
  // What is frozen is hashed and published: whose group it is may change without making another run of it.
  const { holds, owner, ...group } = groupOf(selection.group);
  const framework = await readPeriodFramework(lake, selection);
  const { previous = null, period } = selection;
  const earlier = await readEarlierFigures(framework, period, previous, lake);
  const stated = await mapConcurrently(
    selection.submissions,
    concurrentReads,
    async (submission): Promise<StatedAnswers> => {
      const { group } = selection;
      const observations = await readObservations(lake, selection, submission);
      const { unit_id } = submission;
      return stateAnswers(framework, { unit_id, group, period, observations, earlier: earlier(unit_id) });
    },
  );
  const submitted = new Map(selection.submissions.map((submission) => [submission.unit_id, submission]));
  return {
    group,
    period: selection.period,
    closing_date: lastDayOf(parsePeriod(selection.period)),
    framework,
    ...(selection.notice_vi === undefined ? {} : { notice_vi: selection.notice_vi }),
    units: membersOf(selection.group, selection.period).map((unit) =>
      describeUnit(unit, submitted.get(unit.unit_id) ?? null, group.ranked),
    ),
    observations: stated.flatMap(({ observations }) => observations),
    answers: stated.flatMap(({ answers }) => answers),
    appraisals: decidedAnew(
      await freezeDecisions(selection, lake),
      stated.flatMap(({ appraisals }) => appraisals),
    ).map((appraisal) => publicAppraisal(framework, appraisal)),
  };
}

const decisionKey = ({ unit_id, indicator }: FrozenAppraisal): string => `${unit_id}#${indicator}`;

/** A decision of this period stands before one that was carried with its figures. */
function decidedAnew(selected: FrozenAppraisal[], carried: FrozenAppraisal[]): FrozenAppraisal[] {
  const decided = new Set(selected.map(decisionKey));
  return [...selected, ...carried.filter((appraisal) => !decided.has(decisionKey(appraisal)))];
}

const describeUnit = (unit: Unit, submission: SelectedSubmission | null, ranked: boolean): PopulationUnit => ({
  unit_id: unit.unit_id,
  name_vi: unit.name_vi,
  submitted: submission !== null,
  ranked,
  submission_sha256: submission?.sha256 ?? null,
  ...(submission?.kept_from ? { kept_from: submission.kept_from } : {}),
  formed_from_vi: unit.formed_from.length > 1 ? predecessorsOf(unit).map(({ name_vi }) => name_vi) : [],
});

/** Each figure with the file it came from: of a part sent by API, an earlier one where it left the figure standing. */
async function readObservations(
  lake: Bucket,
  { group, period }: Selection,
  { unit_id, figures_sha256 }: SelectedSubmission,
): Promise<FrozenObservation[]> {
  const { observations } = await readFigures(lake, { group, period, unit_id }, figures_sha256);
  return observations.map(({ evidence, evidence_records, note, row, ...figure }) => figure);
}
