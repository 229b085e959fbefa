import type { Framework } from '../../shared/frameworks/framework.ts';
import { readFrameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { frameworkKey, frozenKey } from '../../shared/lake/keys.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Bucket, getObject, putObject } from '../../shared/lake/objects.ts';
import { tableOf } from '../../shared/lake/tables.ts';
import { writeTable } from '../../shared/lake/write-parquet.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import {
  type FrozenInputs,
  type PopulationUnit,
  scoringInputs,
  writeFrozenInputs,
} from '../../shared/release/frozen-inputs.ts';
import { readPrevious } from '../../shared/release/previous-release.ts';
import { readSelection, writePrepared } from '../../shared/release/run-files.ts';
import type { SelectedSubmission, Selection } from '../../shared/release/selection.ts';
import { appliedAppraisals, readAppraisals } from '../../shared/score-store/appraisals.ts';
import { readReleases } from '../../shared/score-store/releases.ts';
import { numberRun } from '../../shared/score-store/runs.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { freezeTables } from '../../shared/scoring/freeze-tables.ts';
import type { FrozenAppraisal, FrozenObservation } from '../../shared/scoring/scores.ts';
import { readChecked } from '../../shared/submission/read-checked.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf, predecessorsOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';

export interface FreezeInputsDeps {
  lake: Bucket;
  table: ScoreTable;
}

/** Documents read at the same time: bounded, so that 3,321 units do not open 3,321 sockets. */
const concurrentReads = 16;

/** Copies what the run selected into its own frozen tables, and settles the number its release would bear. */
export async function freezeInputs(runId: string, deps: FreezeInputsDeps): Promise<void> {
  const selection = await readSelection(deps.lake, runId);
  const inputs = await collectInputs(selection, deps.lake, await readSelectedAppraisals(selection, deps.table));
  const previous = await readPrevious(selection, inputs.framework, deps);
  await writePrepared(deps.lake, runId, new Map([...writeFrozenInputs(inputs), ...previous]));
  for (const { table, rows } of freezeTables(scoringInputs(inputs))) {
    await putObject(deps.lake, frozenKey(table, runId), writeTable(tableOf(table), rows));
  }
  await numberRun(deps.table, runId, await nextReleaseNumber(selection, runId, deps.table));
}

/** The run's own number if it was released before, else the next free one. */
async function nextReleaseNumber(selection: Selection, runId: string, table: ScoreTable): Promise<number> {
  const releases = await readReleases(table, selection);
  const own = releases.find((release) => release.run_id === runId);
  return own?.number ?? (releases.at(-1)?.number ?? 0) + 1;
}

async function readSelectedAppraisals(selection: Selection, table: ScoreTable): Promise<FrozenAppraisal[]> {
  if (!selection.appraisals) return [];
  const { records } = await readAppraisals(table, selection);
  return appliedAppraisals(records, selection.appraisals);
}

async function collectInputs(selection: Selection, lake: Bucket, appraisals: FrozenAppraisal[]): Promise<FrozenInputs> {
  const group = groupOf(selection.group);
  const submitted = new Map(selection.submissions.map(({ unit_id, sha256 }) => [unit_id, sha256]));
  const members = membersOf(selection.group, selection.period);
  const documents = await mapConcurrently(selection.submissions, concurrentReads, (submission) =>
    readObservations(lake, selection, submission),
  );
  return {
    group: {
      group: group.group,
      name_vi: group.name_vi,
      name_en: group.name_en,
      from: group.from,
      to: group.to,
      ranked: group.ranked,
    },
    period: selection.period,
    closing_date: lastDayOf(parsePeriod(selection.period)),
    framework: await readFramework(lake, selection.framework_sha256),
    units: members.map((unit) => describeUnit(unit, submitted.get(unit.unit_id) ?? null, group.ranked)),
    observations: documents.flat(),
    answers: [],
    appraisals,
  };
}

const describeUnit = (unit: Unit, submissionSha256: string | null, ranked: boolean): PopulationUnit => ({
  unit_id: unit.unit_id,
  name_vi: unit.name_vi,
  submitted: submissionSha256 !== null,
  ranked,
  submission_sha256: submissionSha256,
  formed_from_vi: unit.formed_from.length > 1 ? predecessorsOf(unit).map(({ name_vi }) => name_vi) : [],
});

async function readFramework(lake: Bucket, sha256: string): Promise<Framework> {
  return readFrameworkDocument(await readText(lake, frameworkKey(sha256)));
}

async function readObservations(
  lake: Bucket,
  { group, period }: Selection,
  submission: SelectedSubmission,
): Promise<FrozenObservation[]> {
  const { observations } = await readChecked(lake, { group, period, ...submission });
  return observations.map(({ unit_id, indicator, input, value, sheet, cell }) => {
    return { unit_id, indicator, input, value, submission_sha256: submission.sha256, sheet, cell };
  });
}

async function readText(lake: Bucket, key: string): Promise<string> {
  const stored = await getObject(lake, key);
  if (!stored) throw new Fault('LAKE_OBJECT_GONE', `${key} is not in the lake`);
  return new TextDecoder().decode(stored.bytes);
}
