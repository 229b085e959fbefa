import { chooseFormat } from '../../shared/http/choose-format.ts';
import { isKnown } from '../../shared/http/entity-tag.ts';
import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import type { Response } from '../../shared/http/http-function.ts';
import { Problem } from '../../shared/http/problem.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { renderScoreboardCsv } from '../../shared/release/scoreboard-csv.ts';
import { renderScoreboardJson } from '../../shared/release/scoreboard-json.ts';
import { type Release, readCurrentRelease, readRelease } from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readScoreboard } from '../../shared/score-store/scores.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';

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
const renderers: Record<string, ((scoreboard: Scoreboard) => string) | null> = {
  'application/json': renderScoreboardJson,
  'text/csv': renderScoreboardCsv,
  /** Not rendered here: the release's own file. */
  [excel]: null,
};

/** A release as JSON or CSV, the same bytes as its files, or the way to its Excel file. */
export async function serveScoreboard(input: ServeScoreboardInput, deps: { table: ScoreTable }): Promise<Response> {
  requireGroupPeriod(input.group, input.period);
  const format = chooseFormat(input.accept, Object.keys(renderers));
  const release = await findRelease(input, deps.table);
  const headers = cacheHeaders(release, format, input.release !== null);
  if (isKnown(input.ifNoneMatch, headers.etag)) return { statusCode: 304, headers };
  const render = renderers[format];
  if (!render) {
    return { statusCode: 303, headers: { ...headers, location: `/${releaseKey(release.release, 'ranking.xlsx')}` } };
  }
  const scoreboard = await readScoreboard(deps.table, release.run_id);
  if (!scoreboard) throw new Fault('SCORES_GONE', `no scores are stored for ${release.release}`);
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': `${format}; charset=utf-8` },
    body: render(scoreboard),
  };
}

async function findRelease(input: ServeScoreboardInput, table: ScoreTable): Promise<Release> {
  const found = isIndexCode(input.index) ? await readChosen(input, table) : null;
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

const readChosen = (input: ServeScoreboardInput, table: ScoreTable): Promise<Release | null> =>
  input.release === null ? readCurrentRelease(table, input) : readNumbered(input, table);

function readNumbered(input: ServeScoreboardInput, table: ScoreTable): Promise<Release | null> {
  const digits = /^r([1-9]\d{0,5})$/.exec(input.release ?? '')?.[1];
  return digits === undefined ? Promise.resolve(null) : readRelease(table, input, Number.parseInt(digits, 10));
}

/** A numbered release never changes; the current one may within a minute. */
const cacheHeaders = (release: Release, format: string, numbered: boolean) => ({
  etag: `"${release.manifest_sha256.slice(0, 32)}-${format === 'text/csv' ? 'csv' : format === excel ? 'xlsx' : 'json'}"`,
  'cache-control': numbered ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
  vary: 'accept',
});
