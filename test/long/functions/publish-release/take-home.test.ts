import { describe, expect, it } from 'vitest';
import { homeTurnKey, takeHome } from '../../../../functions/publish-release/take-home.ts';
import { getObject } from '../../../../shared/lake/objects.ts';
import { startTestS3 } from '../../../infra/local/s3/start-test-s3.ts';

const [r1, r2] = ['dti/province34/2024/r1', 'dti/province34/2024/r2'];

/** Whoever asks does so an hour after the one before. */
async function openRoot() {
  const { client } = await startTestS3({ buckets: ['lake'] });
  const lake = { client, name: 'lake' };
  let hour = 0;
  const now = () => new Date(Date.UTC(2026, 10, 27, hour++));
  const kept = async () => JSON.parse(new TextDecoder().decode((await getObject(lake, homeTurnKey))!.bytes));
  return { take: (release: string, anew: boolean) => takeHome(release, anew, { lake, now }), kept };
}

describe('takeHome', () => {
  it('is one turn for a release that was cut off and begun again', async () => {
    const { take, kept } = await openRoot();
    const turn = await take(r1, false);
    expect(turn).toBe('2026-11-27T00:00:00.000Z');
    expect(await take(r1, false)).toBe(turn);
    expect(await kept()).toEqual({ release: r1, since: turn });
  });

  it('is another for the next release, and for the first once it comes back: all its pages are put again', async () => {
    const { take, kept } = await openRoot();
    const turns = [await take(r1, false), await take(r2, false), await take(r1, false)];
    expect(new Set(turns).size).toBe(3);
    expect((await kept()).release).toBe(r1);
  });

  it('is another for the same release where others may have put pages in between', async () => {
    const { take, kept } = await openRoot();
    const first = await take(r1, false);
    const second = await take(r1, true);
    expect(second).not.toBe(first);
    expect(await kept()).toEqual({ release: r1, since: second });
    expect(await take(r1, false)).toBe(second);
  });
});
