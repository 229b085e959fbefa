import { mapConcurrently } from '../../lake/map-concurrently.ts';
import type { Bucket } from '../../lake/objects.ts';
import { readEarlierFigures } from '../../release/earlier-figures.ts';
import { findPrevious } from '../../release/previous-release.ts';
import { readAppraisals } from '../../score-store/appraisals.ts';
import type { OpenPeriod } from '../../score-store/periods.ts';
import type { ScoreTable } from '../../score-store/score-table.ts';
import { currentSubmissions, readSubmissions } from '../../score-store/submissions.ts';
import { membersOf } from '../../units/registry.ts';
import { readPeriodFramework } from '../period-framework.ts';
import { readChecked } from '../read-checked.ts';
import { appraisableAnswers } from './appraisable-answers.ts';
import type { AppraisalRound } from './appraisal-round.ts';

interface Deps {
  lake: Bucket;
  table: ScoreTable;
}

const concurrentReads = 16;

/** What can be appraised in an open period now: the current submissions, scored as a preview, and the decisions so far. */
export async function readAppraisalRound(open: OpenPeriod, deps: Deps): Promise<AppraisalRound> {
  const { group, period } = open;
  const framework = await readPeriodFramework(deps.lake, open);
  const current = [...currentSubmissions(await readSubmissions(deps.table, group, period)).values()];
  const documents = await mapConcurrently(current, concurrentReads, (record) => readChecked(deps.lake, record));
  const { files, records } = await readAppraisals(deps.table, { group, period });
  // As a run would choose it, so that what is previewed is what is scored.
  const previous = await findPrevious({ index: framework.index, group, period }, framework, deps.table);
  const earlier = await readEarlierFigures(framework, period, previous, deps.lake);
  const members = membersOf(group, period);
  return {
    group,
    period,
    framework,
    answers: appraisableAnswers({ group, period, framework, members, documents, earlier }),
    submissions: new Map(current.map(({ unit_id, sha256 }) => [unit_id, sha256])),
    records,
    lastFile: files.at(-1)?.file_number ?? 0,
  };
}
