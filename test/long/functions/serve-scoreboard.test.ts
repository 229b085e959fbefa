import { describe, expect, it } from 'vitest';
import {
  type ServeScoreboardDeps,
  type ServeScoreboardInput,
  serveScoreboard,
} from '../../../functions/serve-scoreboard/serve-scoreboard.ts';
import { keptTexts } from '../../../shared/lake/kept-texts.ts';
import { releaseKey } from '../../../shared/lake/keys.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import { readCurrentRelease, readRelease, reserveRelease } from '../../../shared/score-store/releases.ts';
import { type Engines, openEngines } from '../../support/engines.ts';
import { openRound } from '../../support/released-round.ts';

const asked: ServeScoreboardInput = {
  ...{ group: 'province34', period: '2024', index: 'dti', release: null },
  ...{ accept: undefined, ifNoneMatch: undefined },
};

const depsOf = ({ table, publicBucket }: Engines): ServeScoreboardDeps => ({
  current: (of) => readCurrentRelease(table, of),
  numbered: (of, number) => readRelease(table, of, number),
  texts: keptTexts(publicBucket, 1_000_000),
});

async function released() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive('P01-2025');
  await round.close();
  const release = await round.publish(await round.run());
  const serve = (changes: Partial<ServeScoreboardInput> = {}) =>
    serveScoreboard({ ...asked, ...changes }, depsOf(engines));
  return { engines, release, serve };
}

describe('serveScoreboard', () => {
  it('answers with the bytes of the release, in the form that is asked for, each with a tag of its own', async () => {
    const { engines, serve } = await released();
    const tags = new Set<unknown>();
    for (const [accept, file] of [
      ['application/json; charset=utf-8', 'scoreboard.json'],
      ['text/csv', 'scoreboard.csv'],
    ]) {
      const { statusCode, body, headers } = await serve({ accept });
      const stored = await getObject(engines.publicBucket, releaseKey('dti/province34/2024/r1', file!));
      expect([statusCode, body]).toEqual([200, new TextDecoder('utf-8', { ignoreBOM: true }).decode(stored!.bytes)]);
      expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60', vary: 'accept' });
      expect(await serve({ accept, ifNoneMatch: `W/${headers?.etag}` })).toMatchObject({ statusCode: 304 });
      tags.add(headers?.etag);
    }
    expect(tags.size).toBe(2);
    const excel = await serve({ accept: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
    const location = '/releases/dti/province34/2024/r1/ranking.xlsx';
    expect(excel).toMatchObject({ statusCode: 303, headers: { location } });
  });

  it('lets a numbered release be kept for ever, and refuses what there is not', async () => {
    const { serve } = await released();
    const forever = { 'cache-control': 'public, max-age=31536000, immutable' };
    expect(await serve({ release: 'r1' })).toMatchObject({ statusCode: 200, headers: forever });
    const unknown = { status: 404, code: 'release-unknown' };
    for (const changes of [{ release: 'r2' }, { release: 'r01' }, { index: 'x'.repeat(3000) }, { period: '2023' }])
      await expect(serve(changes)).rejects.toMatchObject(unknown);
    await expect(serve({ group: 'province99' })).rejects.toMatchObject({ status: 404, code: 'group-unknown' });
    await expect(serve({ accept: 'image/png' })).rejects.toMatchObject({ status: 406, code: 'format-unknown' });
  });

  it('shows nothing of a release whose files are not all out', async () => {
    const { engines, release, serve } = await released();
    const { release: name, ...rest } = release;
    await reserveRelease(engines.table, { ...rest, number: 2, release: name.replace('r1', 'r2'), published: false });
    await expect(serve({ release: 'r2' })).rejects.toMatchObject({ status: 404, code: 'release-unknown' });
  });

  it('reads a file once, for it never changes, and stops where it is gone rather than show a table without rows', async () => {
    const { engines, serve } = await released();
    const nowhere = { ...engines.publicBucket, name: 'lake' };
    const gone = serveScoreboard(asked, { ...depsOf(engines), texts: keptTexts(nowhere, 1_000_000) });
    await expect(gone).rejects.toMatchObject({ code: 'RELEASE_FILE_GONE' });
    let reads = 0;
    const texts = { read: async (key: string) => (reads++ === 0 ? `{"key":"${key}"}` : null) };
    const kept = { ...depsOf(engines), texts };
    expect((await serveScoreboard(asked, kept)).body).toContain('r1/scoreboard.json');
    expect((await serve()).headers).toMatchObject({ 'access-control-allow-origin': '*' });
  });
});
