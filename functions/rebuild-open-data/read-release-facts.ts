import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { type Bucket, getObject, objectExists } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { PublicRelease } from '../../shared/open-data/public-release.ts';
import { type Manifest, manifestPath } from '../../shared/release/manifest.ts';
import { type ScoreRow, scoreRows } from '../../shared/release/open-data/score-rows.ts';
import { readScoresCsv, scoresCsvPath } from '../../shared/release/open-data/scores-csv.ts';
import type { CorrectionReason } from '../../shared/release/selection.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { keepFacts, readKeptFacts } from './kept-facts.ts';

/** Last of a release's files to be written: whoever finds it finds the others. */
export const lastFile = 'release.json';

/** What of it is told. */
interface ReleaseFile {
  released_at: string;
  corrects?: string;
  reason?: CorrectionReason;
}

/** What is told of a release, from its own public files at the first time. Throws the fault `RELEASE_FILE_MISSING`. */
export async function readReleaseFacts(
  { publicBucket, table }: { publicBucket: Bucket; table: ScoreTable },
  release: string,
): Promise<PublicRelease> {
  const known = (await readKeptFacts(publicBucket, table)).get(release);
  if (known) return known;
  const facts = await readFacts(publicBucket, release);
  // Pages may be put after the files.
  if (facts.paged) await keepFacts(publicBucket, table, facts);
  return facts;
}

async function readFacts(publicBucket: Bucket, release: string): Promise<PublicRelease> {
  const { units: _, ...header } = await readReleased(publicBucket, release);
  const manifestBytes = await readFile(publicBucket, release, manifestPath);
  const { outputs } = parse<Manifest>(manifestBytes);
  const { released_at, corrects, reason } = parse<ReleaseFile>(await readFile(publicBucket, release, lastFile));
  const manifest = { path: manifestPath, sha256: sha256Of(manifestBytes), bytes: manifestBytes.length };
  return {
    // What a table published elsewhere does not say.
    header: { ...{ derived_from: null, submitted_count: 0 }, ...header },
    released_at,
    correction: corrects === undefined ? null : { corrects, reason: reason ?? null },
    paged: await objectExists(publicBucket, releaseKey(release, 'index.html')),
    files: [...outputs, manifest],
  };
}

/** The whole table. */
export const readReleased = async (publicBucket: Bucket, release: string): Promise<Scoreboard> =>
  parse<Scoreboard>(await readFile(publicBucket, release, 'scoreboard.json'));

/** Its own lines; a release from before there was `scores.csv` has them by its table. */
export async function readReleasedRows(publicBucket: Bucket, release: string): Promise<ScoreRow[]> {
  const stored = await getObject(publicBucket, releaseKey(release, scoresCsvPath));
  if (stored) return readScoresCsv(new TextDecoder().decode(stored.bytes));
  return scoreRows(await readReleased(publicBucket, release));
}

async function readFile(publicBucket: Bucket, release: string, path: string): Promise<Uint8Array> {
  const stored = await getObject(publicBucket, releaseKey(release, path));
  if (stored) return stored.bytes;
  throw new Fault('RELEASE_FILE_MISSING', `${release} has no ${path}`);
}

const parse = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;
