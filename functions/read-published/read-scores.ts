import { Problem } from '../../shared/http/problem.ts';
import type { KeptTexts } from '../../shared/lake/kept-texts.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Bucket, getObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import type { UnitScores } from '../../shared/public-api/score-answers.ts';
import { figurePaths, readFrozenInputs } from '../../shared/release/frozen-inputs.ts';
import { releaseNameVi } from '../../shared/release/release-name.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import { pageOf } from './page-of.ts';
import type { Query } from './public-query.ts';
import type { Entry } from './published.ts';
import { readManifest, readRequired } from './release-files.ts';
import { scoreRelease } from './score-release.ts';

export interface ScoresDeps {
  publicBucket: Bucket;
  texts: KeptTexts;
}

/** Releases whose scores are kept: they never change, and pages of one are asked for one after another. */
const mostKept = 4;
/** Units told at once unless asked otherwise: 47 indicators of a unit are some 20 kB. */
const unitsAtOnce = 20;

/** Scores of releases from their public files alone, kept for the newest asked. */
export function openScores({ publicBucket, texts }: ScoresDeps) {
  const kept = new Map<string, Promise<UnitScores[]>>();
  const unitsOf = async ({ release, kind }: Entry): Promise<UnitScores[]> => {
    if (kind === 'published') throw withoutPoints(release);
    const known = kept.get(release);
    if (known) return known;
    const units = compute(release, { publicBucket, texts });
    units.catch(() => kept.delete(release));
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
    kept.set(release, units);
    return units;
  };
  return {
    async list(release: Entry, query: Query): Promise<Answer<'ScoreList'>> {
      // Of this release: in another the same unit stands elsewhere.
      const keyOf = ({ unit_id }: UnitScores) => `${release.release} ${unit_id}`;
      const { items, next_cursor } = pageOf(await unitsOf(release), query, keyOf, unitsAtOnce);
      return { ...headOf(release), units: items, next_cursor };
    },
    async read(release: Entry, unitId: string): Promise<Answer<'ReleaseUnitScores'>> {
      const unit = (await unitsOf(release)).find(({ unit_id }) => unit_id === unitId);
      if (unit) return { ...headOf(release), unit };
      throw new Problem(
        404,
        'unit-unknown',
        `${unitNameVi(unitId)} không có trong đợt công bố ${releaseNameVi(release.release)}.`,
        `Unit "${unitId}" is not in ${release.release}.`,
      );
    },
  };
}

const withoutPoints = (release: string) =>
  new Problem(
    404,
    'scores-unknown',
    `${release} là số liệu đã công bố ở nơi khác, không tính lại được: không có điểm của từng chỉ số.`,
    `${release} is a table published elsewhere: there are no points of indicators to it.`,
  );

export type Scores = ReturnType<typeof openScores>;

function headOf({ release, group, period, inputs_sha256, framework }: Entry) {
  const { framework_id, version, sha256 } = framework;
  return { release, group, period, inputs_sha256, framework: { framework_id, version, sha256 } };
}

async function compute(release: string, { publicBucket, texts }: ScoresDeps): Promise<UnitScores[]> {
  const scoreboard = JSON.parse(await readRequired(release, 'scoreboard.json', texts)) as Scoreboard;
  const { inputs } = await readManifest(release, texts);
  const paths = inputs.map(({ path }) => path).filter((path) => figurePaths.includes(path));
  const files = await mapConcurrently(paths, paths.length, async (path) => {
    const stored = await getObject(publicBucket, releaseKey(release, path));
    if (!stored) throw new Fault('RELEASE_FILE_GONE', `${releaseKey(release, path)} is not in the public bucket`);
    return [path, stored.bytes] as const;
  });
  return scoreRelease(await readFrozenInputs(new Map(files)), scoreboard);
}
