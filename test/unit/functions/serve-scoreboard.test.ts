import { describe, expect, it } from 'vitest';
import { type ServeScoreboardInput, serveScoreboard } from '../../../functions/serve-scoreboard/serve-scoreboard.ts';
import { releaseKey } from '../../../shared/lake/keys.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import { reserveRelease } from '../../../shared/score-store/releases.ts';
import { remove } from '../../support/ledger-rows.ts';
import { openEngines, openRound } from '../../support/released-round.ts';

const asked: ServeScoreboardInput = {
  ...{ group: 'province34', period: '2024', index: 'dti', release: null },
  ...{ accept: undefined, ifNoneMatch: undefined },
};

async function released() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive('P01-2025');
  await round.close();
  const release = await round.publish(await round.run());
  const serve = (changes: Partial<ServeScoreboardInput> = {}) => serveScoreboard({ ...asked, ...changes }, engines);
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

  it('stops where the scores of a release are gone, rather than show a table without rows', async () => {
    const { engines, release, serve } = await released();
    await remove(engines.table, { pk: `SCORES#${release.run_id}`, sk: 'HEADER' });
    await expect(serve()).rejects.toMatchObject({ code: 'SCORES_GONE' });
  });
});
