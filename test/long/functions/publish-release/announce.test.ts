import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { announceRelease } from '../../../../functions/publish-release/announce-release.ts';
import { publishDue } from '../../../../functions/publish-release/publish-due.ts';
import { withdrawRelease } from '../../../../functions/publish-release/withdraw-release.ts';
import { getObject } from '../../../../shared/lake/objects.ts';
import { periodChain } from '../../../../shared/ledger/chain.ts';
import { foldPeriod } from '../../../../shared/ledger/fold-period.ts';
import { readChain } from '../../../../shared/ledger/ledger.ts';
import type { PeriodEntry } from '../../../../shared/ledger/period-entry.ts';
import { checkSignatures } from '../../../../shared/release/check-signatures.ts';
import { readCurrentRelease } from '../../../../shared/score-store/releases.ts';
import { callerWith } from '../../../support/callers.ts';
import { type Engines, openEngines } from '../../../support/engines.ts';
import { openRound } from '../../../support/released-round.ts';
import { memorySigner } from '../../../support/signer.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const public_at = '2099-10-20T02:00:00.000Z';
const line = { index: 'dti', group: 'province34', period: '2024' };
const prefix = 'releases/dti/province34/2024/r1/';

async function open() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.receive(hue);
  await round.close();
  const run_id = await round.run();
  const deps = { ...engines, now: round.now, codeVersion: 'then', origin: 'https://dti.example' };
  const as = (subject: string) => callerWith({ subject });
  const announce = (at = public_at, by = 'ministry-releaser', id = run_id) =>
    announceRelease({ run_id: id, public_at: at }, as(by), deps);
  const withdraw = (by = 'ministry-releaser', reason = 'Cần xem lại số liệu', now = round.now) =>
    withdrawRelease({ run_id, reason }, as(by), { ...deps, now });
  const due = (at: string, changes: Partial<Engines> & { codeVersion?: string } = {}) =>
    publishDue({ ...deps, ...changes, now: () => new Date(at) });
  const keys = async () => {
    const { client, name } = engines.publicBucket;
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: name }));
    return Contents.map(({ Key = '' }) => Key);
  };
  const textAt = async (key: string) =>
    Buffer.from((await getObject(engines.publicBucket, key))!.bytes).toString('utf8');
  const current = () => readCurrentRelease(engines.table, line);
  return { engines, round, run_id, announce, withdraw, due, keys, textAt, current };
}

describe('a release that is announced', () => {
  it('shows the public its line in the calendar and nothing else until its minute, and all after it', async () => {
    const { announce, due, keys, textAt, current, round } = await open();
    expect(await announce()).toMatchObject({ release: 'dti/province34/2024/r1', public_at });
    const calendarAlone = async () => {
      expect(await keys()).toEqual(['calendar.json']);
      const releases = [{ group: 'province34', period: '2024', public_at }];
      expect(JSON.parse(await textAt('calendar.json'))).toEqual({ releases });
      expect(await current()).toBeNull();
    };
    await calendarAlone();
    expect(await due('2099-10-20T01:59:00.000Z')).toEqual({ published: [] });
    await calendarAlone();
    expect(await due(public_at)).toEqual({ published: ['dti/province34/2024/r1'] });
    expect(await current()).toMatchObject({ number: 1, published: true, released_at: public_at });
    expect(JSON.parse(await textAt('calendar.json'))).toEqual({ releases: [] });
    const [made] = (await round.periodState()).releases;
    const approver = await round.person('ministry-releaser', 'publisher');
    expect(made).toMatchObject({ released_at: public_at, released_by: approver.subject });
    expect(await due('2099-10-20T02:01:00.000Z')).toEqual({ published: [] });
  });

  it('goes out as it was signed when it was announced, whatever the code and the key are by then', async () => {
    const { engines, announce, due, keys, textAt } = await open();
    await announce();
    await due(public_at, { signer: memorySigner(), codeVersion: 'later' });
    const own = (await keys()).filter((key) => key.startsWith(prefix) && !key.endsWith('.html'));
    const read = own.map(async (key) => {
      return [key.slice(prefix.length), (await getObject(engines.publicBucket, key))!.bytes] as const;
    });
    const report = checkSignatures(new Map(await Promise.all(read)), await engines.signer.publicKey());
    expect(report).toMatchObject({ state: 'signed', isTrusted: true, faults: [] });
    expect(JSON.parse(await textAt(`${prefix}release.json`))).toMatchObject({
      code_version: 'then',
      released_at: public_at,
    });
  });

  it('is not stopped by what comes in later, and is completed where it was cut off', async () => {
    const { engines, round, announce, due, current, keys } = await open();
    await announce();
    await round.resend(hue, { changes: { awareness: '0.5' } });
    const dead = { ...engines.publicBucket, client: Object.create(engines.publicBucket.client) };
    dead.client.send = () => Promise.reject(new Error('the line went dead'));
    await expect(due(public_at, { publicBucket: dead })).rejects.toThrow('dead');
    expect((await round.periodState()).releases).toHaveLength(1);
    expect(await current()).toBeNull();
    expect(await due('2099-10-20T02:01:00.000Z')).toEqual({ published: ['dti/province34/2024/r1'] });
    expect(await current()).toMatchObject({ released_at: public_at });
    expect(await keys()).toContain(`${prefix}manifest.json.sig`);
  });

  it('is announced once, for one minute, and keeps its number from every other', async () => {
    const { round, run_id, announce } = await open();
    const first = await announce();
    expect(await announce()).toEqual(first);
    await expect(announce('2099-10-21T02:00:00.000Z')).rejects.toMatchObject({ code: 'release-announced' });
    await expect(round.publish(run_id)).rejects.toMatchObject({ code: 'release-announced' });
    await round.resend(hue, { changes: { awareness: '0.5' } });
    await expect(announce(public_at, 'ministry-releaser', await round.run())).rejects.toMatchObject({
      code: 'release-announced',
    });
  });

  it('is decided once by two publishers at once, who each read what stands', async () => {
    const { round, run_id, announce } = await open();
    const [soon, later] = ['2099-10-20T02:00:00.000Z', '2099-10-21T02:00:00.000Z'];
    const told = await Promise.allSettled([announce(soon), announce(later, 'ministry-third'), round.publish(run_id)]);
    const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    const { releases, announcements } = await round.periodState();
    expect(releases.length + announcements.length).toBe(1);
    expect(refused).toHaveLength(2);
    // Whichever was first: the others are told of it in words, never as a fault.
    for (const code of refused) expect(['release-announced', 'already-released']).toContain(code);
  });

  it('is not for what is out already', async () => {
    const { round, run_id, announce } = await open();
    await round.publish(run_id);
    await expect(announce()).rejects.toMatchObject({ code: 'already-released' });
  });

  it('asks all that a release asks, when it is announced', async () => {
    const { announce, round } = await open();
    await expect(announce(public_at, 'ministry-runner')).rejects.toMatchObject({ code: 'second-person' });
    await round.resend(hue, { changes: { awareness: '0.5' } });
    await expect(announce()).rejects.toMatchObject({ code: 'inputs-changed' });
  });

  it.each([
    ['2099-10-20T02:00:01Z', 'public-at-unreadable'],
    ['2099-10-04T02:00:00Z', 'public-at-out-of-range'],
    ['2100-10-20T02:00:00Z', 'public-at-out-of-range'],
  ])('is for a minute ahead: %s is refused with %s', async (at, code) => {
    const { announce } = await open();
    await expect(announce(at)).rejects.toMatchObject({ code });
  });
});

describe('withdrawing it', () => {
  it.each(['ministry-releaser', 'ministry-runner'])('is for %s, with a reason, and frees the number', async (by) => {
    const { round, run_id, announce, withdraw, due, textAt, current } = await open();
    await announce();
    expect(await withdraw(by)).toMatchObject({ release: 'dti/province34/2024/r1', reason_vi: 'Cần xem lại số liệu' });
    expect(JSON.parse(await textAt('calendar.json'))).toEqual({ releases: [] });
    expect(await due(public_at)).toEqual({ published: [] });
    expect(await current()).toBeNull();
    expect(await withdraw(by)).toMatchObject({ run_id });
    await round.publish(run_id);
    expect(await current()).toMatchObject({ number: 1 });
  });

  it('is for nobody else, and not once the minute has come, or for what was never announced', async () => {
    const { announce, withdraw } = await open();
    await expect(withdraw()).rejects.toMatchObject({ code: 'not-announced' });
    await announce();
    await expect(withdraw('ministry-third')).rejects.toMatchObject({ code: 'announced-by-others' });
    const late = () => new Date(public_at);
    await expect(withdraw('ministry-releaser', 'Muộn', late)).rejects.toMatchObject({ code: 'announcement-due' });
  });

  it('in the middle of a second try of the announcement leaves that to be called again', async () => {
    const { engines, round, run_id, announce, withdraw } = await open();
    await announce();
    const send = engines.table.client.send.bind(engines.table.client) as (one: object) => Promise<unknown>;
    const client = Object.assign(Object.create(engines.table.client), {
      async send(command: object) {
        const isNote = command instanceof PutCommand && String(command.input.Item?.pk).startsWith('ANNOUNCED#');
        if (isNote) await withdraw();
        return send(command);
      },
    });
    const deps = { ...engines, now: round.now, codeVersion: 'then', origin: 'https://dti.example' };
    const again = announceRelease({ run_id, public_at }, callerWith({ subject: 'ministry-releaser' }), {
      ...{ ...deps, table: { ...engines.table, client } },
    });
    await expect(again).rejects.toMatchObject({ code: 'ANNOUNCEMENT_GONE', retryable: true });
    const chain = await readChain<PeriodEntry>(engines.ledger, periodChain(round.of));
    const lost = chain.map((one) =>
      one.kind === 'announced' ? { ...one, kind: 'closed', about: { ground: 'all_in' } } : one,
    );
    expect(() => foldPeriod(lost as PeriodEntry[])).toThrow('LEDGER_ANNOUNCEMENT_UNKNOWN');
  });

  it('leaves it to be announced again, for another minute, signed anew', async () => {
    const { announce, withdraw, due, current } = await open();
    await announce();
    await withdraw();
    const again = '2099-10-21T02:00:00.000Z';
    expect(await announce(again)).toMatchObject({ public_at: again });
    expect(await due(public_at)).toEqual({ published: [] });
    expect(await due(again)).toEqual({ published: ['dti/province34/2024/r1'] });
    expect(await current()).toMatchObject({ released_at: again });
  });
});
