import { chooseFormat } from '../../shared/http/choose-format.ts';
import { isKnown } from '../../shared/http/entity-tag.ts';
import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import type { Response } from '../../shared/http/http-function.ts';
import { Problem } from '../../shared/http/problem.ts';
import { cacheControl, readableAnywhere } from '../../shared/http/public-answer.ts';
import type { KeptTexts } from '../../shared/lake/kept-texts.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { Release, ReleaseLine } from '../../shared/score-store/releases.ts';

export interface ServeScoreboardInput {
  group: string;
  period: string;
  index: string;
  /** `r1`; null: the current one. */
  release: string | null;
  accept: string | undefined;
  ifNoneMatch: string | undefined;
}

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** File of the release by what is asked for; Excel is led to, because it is more than a function may answer. */
const files: Record<string, string> = {
  'application/json': 'scoreboard.json',
  'text/csv': 'scoreboard.csv',
  [excel]: 'ranking.xlsx',
};

export interface ServeScoreboardDeps {
  /** The release that stands now, at most a second old. */
  current: (of: ReleaseLine) => Promise<Release | null>;
  numbered: (of: ReleaseLine, number: number) => Promise<Release | null>;
  /** Of the public bucket. */
  texts: KeptTexts;
}

/** A release as JSON or CSV, the bytes of its files, or the way to its Excel file. */
export async function serveScoreboard(input: ServeScoreboardInput, deps: ServeScoreboardDeps): Promise<Response> {
  requireGroupPeriod(input.group, input.period);
  const format = chooseFormat(input.accept, Object.keys(files));
  const release = await findRelease(input, deps);
  const headers = cacheHeaders(release, format, input.release !== null);
  if (isKnown(input.ifNoneMatch, headers.etag)) return { statusCode: 304, headers };
  const key = releaseKey(release.release, files[format]!);
  if (format === excel) return { statusCode: 303, headers: { ...headers, location: `/${key}` } };
  const body = await deps.texts.read(key);
  if (body === null) throw new Fault('RELEASE_FILE_GONE', `${key} is not in the public bucket`);
  return { statusCode: 200, headers: { ...headers, 'content-type': `${format}; charset=utf-8` }, body };
}

async function findRelease(input: ServeScoreboardInput, deps: ServeScoreboardDeps): Promise<Release> {
  const found = isIndexCode(input.index) ? await readChosen(input, deps) : null;
  if (found?.published) return found;
  throw new Problem(
    404,
    'release-unknown',
    `Chưa có đợt công bố ${input.release ?? ''} của ${input.index}/${input.group}/${input.period}.`.replace('  ', ' '),
    'There is no such release.',
  );
}

/** Anything else, as a text too long for a key, the score store would refuse as a fault of ours. */
const isIndexCode = (index: string): boolean => /^[a-z0-9_-]{1,40}$/.test(index);

const readChosen = (input: ServeScoreboardInput, deps: ServeScoreboardDeps): Promise<Release | null> =>
  input.release === null ? deps.current(input) : readNumbered(input, deps);

function readNumbered(input: ServeScoreboardInput, deps: ServeScoreboardDeps): Promise<Release | null> {
  const digits = /^r([1-9]\d{0,5})$/.exec(input.release ?? '')?.[1];
  return digits === undefined ? Promise.resolve(null) : deps.numbered(input, Number.parseInt(digits, 10));
}

/** A numbered release never changes; the current one may within a minute. */
const cacheHeaders = (release: Release, format: string, numbered: boolean) => ({
  ...readableAnywhere,
  etag: `"${release.manifest_sha256.slice(0, 32)}-${format === 'text/csv' ? 'csv' : format === excel ? 'xlsx' : 'json'}"`,
  'cache-control': cacheControl[numbered ? 'never' : 'with a release'],
  vary: 'accept',
});
