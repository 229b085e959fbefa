import { describe, expect, it } from 'vitest';
import { homeTurnKey, leftBehind, takeHome } from '../../../../functions/publish-release/take-home.ts';
import { getObject, putObject } from '../../../../shared/lake/objects.ts';
import { keepSitePlan, sitePartKey } from '../../../../shared/release/site-plan.ts';
import type { Release } from '../../../../shared/score-store/releases.ts';
import { reserveRelease } from '../../../../shared/score-store/releases.ts';
import { packSite } from '../../../../shared/site/site-pack.ts';
import { openEngines } from '../../../support/engines.ts';

const release = (number: number): Release => ({
  ...{ release: `dti/province34/2024/r${number}`, index: 'dti', group: 'province34', period: '2024', number },
  ...{ run_id: `${number}`.repeat(32), inputs_sha256: 'a', manifest_sha256: 'b', code_version: 'test' },
  ...{ released_at: '2026-11-27T00:00:00.000Z', published: true },
});
const [r1, r2] = [release(1), release(2)];

async function openRoot() {
  const engines = await openEngines();
  const plan = (of: Release, paths: string[]) =>
    keepSitePlan(engines.lake, of.run_id, { extent: 'all', parts: 1, paths });
  await plan(r1, ['', 'chi-so/awareness/']);
  await plan(r2, ['', 'chi-so/platform/']);
  const take = async (chosen: Release | null) => (await takeHome(async () => chosen, engines))?.turn ?? null;
  const kept = async () => JSON.parse(new TextDecoder().decode((await getObject(engines.lake, homeTurnKey))!.bytes));
  return { ...engines, take, kept };
}

describe('takeHome', () => {
  it('is one turn for a release that was cut off and begun again, and knows its pages before one is put', async () => {
    const { take, kept } = await openRoot();
    const turn = await take(r1);
    expect(turn).toEqual({
      number: 1,
      release: r1.release,
      pages: { '': r1.release, 'chi-so/awareness/': r1.release },
    });
    expect(await take(r1)).toEqual(turn);
    expect(await kept()).toEqual(turn);
    expect(leftBehind(turn!)).toEqual([]);
  });

  it('is another for the next release, and for the first once it comes back: all its pages are put again', async () => {
    const { take } = await openRoot();
    const turns = [await take(r1), await take(r2), await take(r1)];
    expect(turns.map((turn) => turn?.number)).toEqual([1, 2, 3]);
    expect(turns.map((turn) => leftBehind(turn!))).toEqual([
      [],
      [['chi-so/awareness/', r1.release]],
      [['chi-so/platform/', r2.release]],
    ]);
  });

  it('is nobody’s while nothing is out', async () => {
    expect(await (await openRoot()).take(null)).toBeNull();
  });

  it('is not of a choice that was made before another took it: it chooses again', async () => {
    const { take, kept, lake, table } = await openRoot();
    let asked = 0;
    const choose = async () => {
      // While this one made up its mind, r2 came out and took the root.
      if (asked++ === 0) await take(r2);
      return asked === 1 ? r1 : r2;
    };
    expect((await takeHome(choose, { lake, table }))?.turn).toMatchObject({ number: 1, release: r2.release });
    expect(asked).toBe(2);
    expect(await kept()).toMatchObject({ number: 1, release: r2.release });
  });

  it('goes on from a turn that an older version kept, whose pages it finds in what was drawn', async () => {
    const { take, lake, table } = await openRoot();
    await reserveRelease(table, r1);
    await keepSitePlan(lake, r1.run_id, { extent: 'all', parts: 1 });
    const pages = ['', 'ban-do/'].map((path) => ({ language: 'vi' as const, path, html: '' }));
    await putObject(lake, sitePartKey(r1.run_id, 0), packSite({ pages, assets: [] }));
    await putObject(lake, homeTurnKey, JSON.stringify({ release: r1.release, since: r1.released_at }));
    const turn = await take(r2);
    expect(turn?.number).toBe(1);
    expect(leftBehind(turn!)).toEqual([['ban-do/', r1.release]]);
  });
});
