import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { releaseKey } from '../../shared/lake/keys.ts';
import { getObject } from '../../shared/lake/objects.ts';
import { readCurrentRelease, readRelease } from '../../shared/score-store/releases.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { group, openRound, type TestRound } from '../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;

/** The line goes dead at the nth write of any engine, and stays dead. */
function cutAt(engines: Engines, nth: number): Engines {
  let writes = 0;
  const door = <Client extends { send: unknown }>(client: Client): Client => {
    const send = (command: object) => {
      if (/^(Put|Update)/.test(command.constructor.name)) writes++;
      if (writes >= nth) return Promise.reject(new Error('the line went dead'));
      return (client.send as (command: object) => unknown).call(client, command);
    };
    // Still the SDK's own client, which its paginators ask for.
    return Object.assign(Object.create(client), { send });
  };
  const [s3, database] = [door(engines.lake.client), door(engines.table.client)];
  return {
    lake: { ...engines.lake, client: s3 },
    publicBucket: { ...engines.publicBucket, client: s3 },
    signer: engines.signer,
    table: { ...engines.table, client: database },
    ledger: { chains: { ...engines.ledger.chains, client: database } },
  };
}

/** r1 out, r2 ready, in a period of its own. */
async function readyForSecond(engines: Engines, period: string): Promise<{ round: TestRound; run: string }> {
  const round = await openRound(engines, { period });
  await round.receive(hanoi);
  await round.receive(hue);
  await round.close();
  await round.publish(await round.run());
  await round.resend(hue, { changes: { awareness: '0.5' } });
  return { round, run: await round.run({ reason }) };
}

/** Everything the public has of the period, its name left out. */
async function publicOf({ publicBucket }: Engines, period: string): Promise<string[]> {
  const { client, name } = publicBucket;
  const prefix = releaseKey(`dti/${group}/${period}`, '');
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: name, Prefix: prefix }));
  return Contents.map(({ Key = '' }) => Key.slice(prefix.length));
}

const currentOf = (engines: Engines, period: string) =>
  readCurrentRelease(engines.table, { index: 'dti', group, period });

describe('a publication that is cut off at any write', () => {
  it('is never current half-done, and is completed by the same call, under the name of whoever decided', async () => {
    const engines = await openEngines();
    const calm = await readyForSecond(engines, '2090');
    await calm.round.publish(calm.run);
    const whole = await publicOf(engines, '2090');
    expect(whole).toContain('r2/corrections.json');

    let cuts = 0;
    for (let nth = 1; ; nth++) {
      // Backwards, so that none has a release before it to be compared with.
      const period = `${2090 - nth}`;
      const { round, run } = await readyForSecond(engines, period);
      const cut = await round.publish(run, cutAt(engines, nth)).catch((error: Error) => error);
      const decided = (await round.periodState()).releases[1];
      if ((await currentOf(engines, period))?.number === 2) expect(await publicOf(engines, period)).toEqual(whole);
      const answer = await round.publish(run, { by: 'ministry-third' });
      expect(await publicOf(engines, period)).toEqual(whole);
      expect(await currentOf(engines, period)).toMatchObject({ number: 2, run_id: run, published: true });
      expect((await round.periodState()).releases).toHaveLength(2);
      if (decided) expect(answer).toMatchObject({ released_by: decided.released_by, released_at: decided.released_at });
      const page = await getObject(engines.publicBucket, releaseKey(`dti/${group}/${period}/r1`, 'index.html'));
      expect(Buffer.from(page!.bytes).toString()).toContain('Đợt này đã được thay bằng đợt r2.');
      if (!(cut instanceof Error)) break;
      expect(cut.message).toBe('the line went dead');
      cuts++;
    }
    // The entry, the item, each file, the page, published, current, the page before, the front page.
    expect(cuts).toBeGreaterThan(20);
  }, 600_000);

  it('leaves no release behind: r2 completes an r1 that nobody completed, and r1 again does not become current', async () => {
    const engines = await openEngines();
    const round = await openRound(engines);
    await round.receive(hanoi);
    await round.receive(hue);
    await round.close();
    const first = await round.run();
    // Cut ever later, until the decision stands and nothing that follows from it.
    for (let nth = 1; (await round.periodState()).releases.length === 0; nth++)
      await expect(round.publish(first, cutAt(engines, nth))).rejects.toThrow('dead');
    expect(await currentOf(engines, '2024')).toBeNull();
    await round.resend(hue, { changes: { awareness: '0.5' } });
    await round.publish(await round.run({ reason }));
    const line = { index: 'dti', group, period: '2024' };
    const releases = await Promise.all([1, 2, 3].map((number) => readRelease(engines.table, line, number)));
    expect(releases.map((release) => release?.published ?? null)).toEqual([true, true, null]);
    expect(await round.publish(first, { by: 'ministry-third' })).toMatchObject({ number: 1 });
    expect((await currentOf(engines, '2024'))?.number).toBe(2);
    expect(await publicOf(engines, '2024')).toContain('r1/scoreboard.csv');
  });

  it('is one release however many publish at once', async () => {
    const engines = await openEngines();
    const { round, run } = await readyForSecond(engines, '2024');
    const answers = await Promise.all(['one', 'two', 'three'].map((by) => round.publish(run, { by })));
    expect(new Set(answers.map(({ released_by, released_at }) => `${released_by} ${released_at}`)).size).toBe(1);
    expect((await round.periodState()).releases).toHaveLength(2);
  });
});
