import { enterUnit } from '../../shared/http/enter.ts';
import { requirePreview } from '../../shared/http/require-preview.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { isOpenPreview } from '../../shared/ledger/preview.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';
import { readPreparedScoreboard, readScores, readSelection } from '../../shared/release/run-files.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { readReasons } from '../../shared/submission/appraisal/read-reasons.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { describeIndicators, type PreviewedIndicator } from './describe-indicators.ts';

export interface ReadPreviewDeps {
  lake: Bucket;
  ledger: Ledger;
  now: () => Date;
}

/** What a run came to for one unit; nothing of any other. */
export interface UnitPreview extends UnitOf {
  unit_name_vi: string;
  opened_at: string;
  /** Last day for objections. */
  until: string;
  /** The unit may still object. */
  open: boolean;
  state: 'ranked' | 'unranked' | 'not_submitted';
  rank: number | null;
  ranked_count: number;
  unit_count: number;
  /** File that the figures came from; null: none counted. */
  submission_sha256: string | null;
  measures: PreviewedMeasure[];
  indicators: PreviewedIndicator[];
}

export interface PreviewedMeasure {
  measure: string;
  kind: string;
  name_vi: string;
  name_en: string;
  /** Null: the unit has none. */
  value: string | null;
  points: string | null;
  max_points: string | null;
  rank: number | null;
}

/** The unit’s own result as it would be published, with the points that were decided and why. */
export async function readPreview(of: UnitOf, caller: Caller, deps: ReadPreviewDeps): Promise<UnitPreview> {
  const { group, period, unit_id } = of;
  const preview = requirePreview(await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'publisher'), of);
  const [selection, scoreboard, scores] = await Promise.all([
    readSelection(deps.lake, preview.run_id),
    readPreparedScoreboard(deps.lake, preview.run_id),
    readScores(deps.lake, preview.run_id),
  ]);
  const framework = await readPeriodFramework(deps.lake, selection);
  const points = scores.indicator_points.filter((row) => row.unit_id === unit_id);
  return {
    ...{ group, period, unit_id, opened_at: preview.at },
    ...{ until: deadlineDay(preview.until_at), open: isOpenPreview(preview, deps.now()) },
    ...ownResult(scoreboard, unit_id),
    indicators: describeIndicators(framework, points, await readReasons(of, selection, deps.lake)),
  };
}

function ownResult({ units, measures, ranked_count, unit_count }: Scoreboard, unitId: string) {
  const { unit_name_vi, state, rank, scores, submission_sha256 } = units.find(({ unit_id }) => unit_id === unitId)!;
  return {
    ...{ unit_name_vi, state, rank, ranked_count, unit_count, submission_sha256 },
    measures: measures.map(({ measure, kind, name_vi, name_en }): PreviewedMeasure => {
      const { value = null, points = null, max_points = null, rank = null } = scores[measure] ?? {};
      return { measure, kind, name_vi, name_en, value, points, max_points, rank };
    }),
  };
}
