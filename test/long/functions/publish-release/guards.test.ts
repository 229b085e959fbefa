import { describe, expect, it } from 'vitest';
import { releaseMadeOf } from '../../../../functions/publish-release/complete-release.ts';
import { decideRelease } from '../../../../functions/publish-release/decide-release.ts';
import { lateAfter } from '../../../../functions/publish-release/late-after.ts';
import { publishDue } from '../../../../functions/publish-release/publish-due.ts';
import { preparedKey, releaseKey } from '../../../../shared/lake/keys.ts';
import { getObject, objectExists, putObject, putObjectOnce } from '../../../../shared/lake/objects.ts';
import { periodChain } from '../../../../shared/ledger/chain.ts';
import { readChain } from '../../../../shared/ledger/ledger.ts';
import { readSelection } from '../../../../shared/release/run-files.ts';
import { readRun } from '../../../../shared/release/runs.ts';
import { keepSitePlan, sitePartKey, siteWholeKey } from '../../../../shared/release/site-plan.ts';
import { readCurrentRelease, readRelease, reserveRelease } from '../../../../shared/score-store/releases.ts';
import { packSite } from '../../../../shared/site/site-pack.ts';
import { openEngines } from '../../../support/engines.ts';
import { itemsOf, remove } from '../../../support/ledger-rows.ts';
import { openRound } from '../../../support/released-round.ts';

const name = 'dti/province34/2024/r1';
const dataOf = (path: string) => releaseKey(name, path);

async function ready() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive('P01-2025');
  await round.close();
  return { engines, round, run: await round.run() };
}

/** As {@link ready}, with pages in two parts. */
async function inTwoParts() {
  const { engines, round, run } = await ready();
  const page = { language: 'vi', path: 'ban-do/', html: '<p>Bản đồ' } as const;
  await putObject(engines.lake, sitePartKey(run, 1), packSite({ pages: [page], assets: [] }));
  await keepSitePlan(engines.lake, run, { extent: 'rankings', parts: 2 });
  return { engines, round, run };
}

describe('what is written once', () => {
  it('is not overwritten: other bytes under a file’s name are a conflict, and nothing becomes current', async () => {
    const { engines, round, run } = await ready();
    await putObject(engines.publicBucket, dataOf('scoreboard.csv'), 'other bytes');
    await expect(round.publish(run)).rejects.toMatchObject({ code: 'RELEASE_CONFLICT', retryable: false });
    const kept = await getObject(engines.publicBucket, dataOf('scoreboard.csv'));
    expect(new TextDecoder().decode(kept!.bytes)).toBe('other bytes');
    expect(await getObject(engines.publicBucket, 'index.html')).toBeNull();
  });

  it('is written by If-None-Match alone: whoever comes second leaves it as it is', async () => {
    const { engines } = await ready();
    expect(await putObjectOnce(engines.lake, 'once', 'first')).toBe(true);
    expect(await putObjectOnce(engines.lake, 'once', 'second')).toBe(false);
    expect(new TextDecoder().decode((await getObject(engines.lake, 'once'))!.bytes)).toBe('first');
  });

  it('is a number too: kept for another run, it is not ours to publish under', async () => {
    const { engines, round, run } = await ready();
    await reserveRelease(engines.table, {
      ...{ release: name, index: 'dti', group: 'province34', period: '2024', number: 1, run_id: 'another' },
      ...{ inputs_sha256: 'a', manifest_sha256: 'b', released_at: 'c', code_version: 'd', published: false },
    });
    await expect(round.publish(run)).rejects.toMatchObject({ code: 'RELEASE_CONFLICT' });
  });
});

describe('a run that is released', () => {
  it('does not move: other bytes laid ready since are not what was released', async () => {
    const { engines, round, run } = await ready();
    await round.publish(run);
    await putObject(engines.lake, preparedKey(run, 'scoreboard.csv'), 'other bytes');
    await expect(round.publish(run)).rejects.toMatchObject({ code: 'RUN_FILE_CHANGED' });
  });

  it('does not move: a manifest that was written anew is not the one that the chain names', async () => {
    const { engines, round, run } = await ready();
    await round.publish(run);
    const key = preparedKey(run, 'manifest.json');
    const text = new TextDecoder().decode((await getObject(engines.lake, key))!.bytes);
    await putObject(engines.lake, key, `${text}\n`);
    await expect(round.publish(run)).rejects.toMatchObject({ code: 'RUN_FILE_CHANGED' });
  });
});

describe('what publishing needs', () => {
  it('is a run that is ready: one that failed or is under way is refused', async () => {
    const { engines, round, run } = await ready();
    const items = await itemsOf(engines.ledger.chains);
    const ended = items.find(({ kind }) => kind === 'run-ended')!;
    await remove(engines.ledger.chains, ended);
    await expect(round.publish(run)).rejects.toMatchObject({ status: 409, code: 'run-not-ready' });
  });

  it('is a decision in the chain of a period that is there', async () => {
    const { engines, round, run } = await ready();
    const of = (await readRun(run, engines))!;
    const selection = await readSelection(engines.lake, run);
    const decision = { run: { ...of, period: '1999' }, selection, manifestSha256: 'a', despite: undefined };
    const by = { subject: 'p-x', role: 'publisher' };
    const deciding = decideRelease(
      { ...decision, by, requireSecondPerson: async () => {} },
      { ...engines, now: round.now },
    );
    await expect(deciding).rejects.toMatchObject({ code: 'PERIOD_GONE' });
    expect(await readChain(engines.ledger, periodChain({ group: 'province34', period: '1999' }))).toEqual([]);
    const state = await round.periodState();
    expect(() => releaseMadeOf(state, run)).toThrow('RELEASE_UNDECIDED');
  });
});

describe('who releases', () => {
  it('is asked again of the chain that the entry will follow: somebody may have started the run meanwhile', async () => {
    const { engines, round, run } = await ready();
    const selection = await readSelection(engines.lake, run);
    const decision = { run: (await readRun(run, engines))!, selection, manifestSha256: 'a', despite: undefined };
    const requireSecondPerson = () => Promise.reject(new Error('who started it again may not release it'));
    const by = { subject: 'p-x', role: 'publisher' };
    const deciding = decideRelease({ ...decision, by, requireSecondPerson }, { ...engines, now: round.now });
    await expect(deciding).rejects.toThrow('started it again');
    expect((await round.periodState()).releases).toEqual([]);
  });
});

/** The time of a call that is over after one part of the pages. */
const onePart = () => ({ isLate: lateAfter(-1) });

describe('the page of a release', () => {
  it('is put in as many calls as it takes: each says that it goes on, and nothing is current before the last page', async () => {
    const { engines, round, run } = await inTwoParts();
    expect(await round.publish(run, onePart())).toMatchObject({ published: false });
    expect(await readCurrentRelease(engines.table, { index: 'dti', group: 'province34', period: '2024' })).toBeNull();
    // The release's own pages are put now; of the copies at the site's root none, and then one part.
    expect(await round.publish(run, onePart())).toMatchObject({ published: false });
    expect(await getObject(engines.publicBucket, 'index.html')).toBeNull();
    expect(await round.publish(run, onePart())).toMatchObject({ published: false });
    expect(await getObject(engines.publicBucket, 'index.html')).not.toBeNull();
    expect(await getObject(engines.publicBucket, 'ban-do/index.html')).toBeNull();
    expect(await round.publish(run, onePart())).toMatchObject({ published: true });
    expect(await getObject(engines.publicBucket, 'ban-do/index.html')).not.toBeNull();
  });

  it('is completed by the next minute where nobody asks again, and then left alone', async () => {
    const { engines, round, run } = await inTwoParts();
    expect(await round.publish(run, onePart())).toMatchObject({ published: false });
    const minute = (time = {}) =>
      publishDue({ ...engines, now: round.now, codeVersion: 'test', origin: 'https://dti.example', ...time });
    expect(await minute(onePart())).toEqual({ published: [] });
    expect(await minute()).toEqual({ published: [name] });
    expect(await getObject(engines.publicBucket, 'ban-do/index.html')).not.toBeNull();
    expect(await minute()).toEqual({ published: [] });
  });

  it('of the release before, still being put, is no failure of the next one: that is decided and under way as well', async () => {
    const { engines, round, run } = await inTwoParts();
    expect(await round.publish(run, onePart())).toMatchObject({ published: false });
    await round.resend('P01-2025', { changes: { awareness: '0.5' } });
    const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;
    const next = await round.run({ reason });
    const second = { release: 'dti/province34/2024/r2', number: 2, run_id: next, decided_by_caller: true };
    const told = await round.publish(next, onePart());
    expect(told).toMatchObject({ ...second, published: false, correction: { corrects: name } });
    expect(await readRelease(engines.table, told, 2)).toBeNull();
    expect((await round.periodState()).releases).toMatchObject([{ run_id: run }, { run_id: next }]);
    expect(await round.publish(next)).toMatchObject({ ...second, published: true, released_at: told.released_at });
  });

  it('is completed by the minute though the next release cannot be, which is told of', async () => {
    const { engines, round, run } = await inTwoParts();
    expect(await round.publish(run, onePart())).toMatchObject({ published: false });
    await round.resend('P01-2025', { changes: { awareness: '0.5' } });
    const next = await round.run({ reason: { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } });
    expect(await round.publish(next, onePart())).toMatchObject({ number: 2, published: false });
    await putObject(engines.lake, preparedKey(next, 'manifest.json'), '{}', { contentType: 'application/json' });
    const minute = publishDue({ ...engines, now: round.now, codeVersion: 'test', origin: 'https://dti.example' });
    await expect(minute).rejects.toThrow();
    expect(await objectExists(engines.lake, siteWholeKey(run))).toBe(true);
    expect(await objectExists(engines.lake, siteWholeKey(next))).toBe(false);
  });

  it('copies what was drawn: where a part of that is gone from the lake, nothing becomes current', async () => {
    const { engines, round, run } = await ready();
    await keepSitePlan(engines.lake, run, { extent: 'rankings', parts: 2 });
    await expect(round.publish(run)).rejects.toMatchObject({ code: 'RUN_FILE_MISSING' });
    expect(await getObject(engines.publicBucket, 'index.html')).toBeNull();
    expect(await readCurrentRelease(engines.table, { index: 'dti', group: 'province34', period: '2024' })).toBeNull();
  });
});
