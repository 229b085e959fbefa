import { fileURLToPath } from 'node:url';
import { type HandlerLoader, handlersFrom } from '../../infra/local/functions.ts';
import { localNames } from '../../infra/local/names.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { connectBuckets, putObject } from '../../shared/lake/objects.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import { inputFilesOf, readFrozenInputs, scoringInputs } from '../../shared/release/frozen-inputs.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { listRelease } from '../../shared/score-store/listed-releases.ts';
import { makeCurrent, markPublished, type Release, reserveRelease } from '../../shared/score-store/releases.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { renderUnknownPage } from '../../shared/site/unknown-page.tsx';
import { readGolden } from './golden.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The functions that the public reaches; the others are not called. */
export const publicHandlers: HandlerLoader = (name) =>
  ['serve-scoreboard', 'read-published'].includes(name)
    ? handlersFrom(root)(name)
    : Promise.resolve(() => ({ statusCode: 500 }));

const name = 'dti/province34/2024/r1';
const forever = 'public, max-age=31536000, immutable';

/**
 * The release of 2024 put into bucket and table of a running pipeline as publishing leaves them, without the round that leads
 * there: what is measured or asked at random is reading.
 */
export async function layRelease(): Promise<void> {
  const inputFiles = inputFilesOf(await readGolden());
  const scores = scoreReference(scoringInputs(await readFrozenInputs(inputFiles)));
  const files = await buildRelease(
    { release: name, inputFiles, scores },
    async () => new Map([['ranking.xlsx', new Uint8Array(20_000)]]),
  );
  const { bucket } = connectBuckets({ bucket: localNames.PUBLIC_BUCKET });
  for (const [path, bytes] of files) {
    await putObject(bucket, releaseKey(name, path), bytes, { contentType: contentTypeOf(path), cacheControl: forever });
  }
  const page = renderUnknownPage().replace('</main>', `${'<p>Bảng xếp hạng chuyển đổi số</p>'.repeat(900)}</main>`);
  await putObject(bucket, 'index.html', page, {
    contentType: contentTypeOf('html'),
    cacheControl: 'public, max-age=60',
  });
  const { units: _, ...header } = JSON.parse(new TextDecoder().decode(files.get('scoreboard.json'))) as Scoreboard;
  const table = connectScoreTable(localNames.SCORE_TABLE);
  const release: Release = {
    ...{ release: name, index: 'dti', group: 'province34', period: '2024', number: 1, run_id: 'a'.repeat(32) },
    ...{ inputs_sha256: header.inputs_sha256, manifest_sha256: 'b'.repeat(64), code_version: 'test', published: false },
    released_at: '2026-11-27T00:00:00.000Z',
  };
  await reserveRelease(table, release);
  await markPublished(table, release);
  await makeCurrent(table, release);
  await listRelease(table, release, header);
  bucket.client.destroy();
  table.client.destroy();
}
