import { serveScoreboard } from '../../../functions/serve-scoreboard/serve-scoreboard.ts';
import { keptTexts } from '../../../shared/lake/kept-texts.ts';
import { releaseKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import type { Answer } from '../../../shared/public-api/answers.ts';
import { type Files, textOf } from '../../../shared/release/frozen-inputs.ts';
import { contentTypeOf } from '../../../shared/release/run-files.ts';
import { listRelease } from '../../../shared/score-store/listed-releases.ts';
import {
  makeCurrent,
  markPublished,
  type Release,
  readCurrentRelease,
  readRelease,
  reserveRelease,
} from '../../../shared/score-store/releases.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import type { Engines } from '../engines.ts';
import { openPublishedApi } from '../published-api.ts';
import type { Claim } from './claims.ts';

/** The files where publishing puts them, and the release in the table as publishing leaves it. */
export async function layFiles(files: Files, { publicBucket, table }: Engines): Promise<Release> {
  const { units: _, ...header } = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
  const { release: name, index, group, period, inputs_sha256 } = header;
  for (const [path, bytes] of files)
    await putObject(publicBucket, releaseKey(name, path), bytes, { contentType: contentTypeOf(path) });
  const release: Release = {
    ...{ release: name, index, group, period, inputs_sha256, number: 1, run_id: 'a'.repeat(32) },
    ...{ manifest_sha256: 'b'.repeat(64), code_version: 'test', published: false },
    released_at: '2026-11-27T00:00:00.000Z',
  };
  await reserveRelease(table, release);
  await markPublished(table, release);
  await makeCurrent(table, release);
  await listRelease(table, release, header);
  return release;
}

/** What `/v1/scoreboard` answers, as JSON and as CSV. */
export async function serveCurrent(accept: 'application/json' | 'text/csv', of: Release, engines: Engines) {
  const { body } = await serveScoreboard(
    { group: of.group, period: of.period, index: of.index, release: null, accept, ifNoneMatch: undefined },
    {
      current: (line) => readCurrentRelease(engines.table, line),
      numbered: (line, number) => readRelease(engines.table, line, number),
      texts: keptTexts(engines.publicBucket, 10_000_000),
    },
  );
  return body!;
}

export const scoreboardClaims = ({ units, measures }: Pick<Scoreboard, 'units' | 'measures'>): Claim[] =>
  units.flatMap(({ unit_id, scores }) =>
    measures.map(({ measure }) => ({
      ...{ unit: unit_id, measure, value: scores[measure]?.value ?? '', rank: String(scores[measure]?.rank ?? '') },
    })),
  );

/** What `read-published` answers of a release: its table, the scores of all units page by page, and of each alone. */
export async function apiClaims({ index, group, period }: Release, engines: Engines) {
  const { read } = openPublishedApi(engines);
  const path = { index, group, period, number: 'r1' };
  const board = await read<Scoreboard>('getReleaseScoreboard', { path });
  const units: Answer<'ScoreList'>['units'] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Answer<'ScoreList'> = await read('getScores', { path, query: { ...(cursor && { cursor }) } });
    units.push(...page.units);
    cursor = page.next_cursor;
  }
  const alone: typeof units = [];
  for (const { unit_id } of units)
    alone.push((await read<Answer<'ReleaseUnitScores'>>('getUnitScores', { path: { ...path, unit_id } })).unit);
  return { getReleaseScoreboard: scoreboardClaims(board), getScores: told(units), getUnitScores: told(alone) };
}

const told = (units: Answer<'ScoreList'>['units']): Claim[] =>
  units.flatMap(({ unit_id, measures }) =>
    measures.map(({ measure, value, rank }) => ({
      ...{ unit: unit_id, measure, value: value ?? '', rank: String(rank ?? '') },
    })),
  );
