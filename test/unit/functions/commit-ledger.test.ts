import { PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { commitLedger } from '../../../functions/commit-ledger/commit-ledger.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import { noteChange } from '../../../shared/ledger/change-index.ts';
import { type Commitment, commitmentKey, newestKey, readHeads } from '../../../shared/ledger/commitments/commitment.ts';
import { isSignedBy } from '../../../shared/signing/verify-signature.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { type Engines, openEngines } from '../../support/engines.ts';
import { openRound } from '../../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const period = 'LEDGER#province34#2024';

/** A ledger whose index is noted by the machine's clock, committed to some hours and days from now. */
async function open() {
  const engines = await openEngines();
  const round = await openRound(engines);
  const began = Date.now();
  const inHours = (hours: number) => () => new Date(began + hours * 3_600_000);
  const commit = (hours = 0, changes: Partial<Engines> = {}) =>
    commitLedger({ ...engines, ...changes, now: inHours(hours) });
  const bytesAt = async (key: string) => (await getObject(engines.publicBucket, key))?.bytes;
  const chainsOf = async (commitment: Commitment) =>
    (await readHeads(engines.lake, commitment)).heads.map(({ chain }) => chain);
  return { engines, round, commit, inHours, bytesAt, chainsOf };
}

describe('commitLedger', () => {
  it('commits to the heads of what changed since, each file naming the one before, signed, and told by the pointer', async () => {
    const { engines, round, commit, bytesAt, chainsOf } = await open();
    await round.receive(hue);
    await round.receive(hanoi);
    const first = await commit();
    expect(first).toMatchObject({ number: 1, previous: null, count: 3 });
    expect(await chainsOf(first)).toEqual([period, `${period}#${hanoi}`, `${period}#${hue}`]);
    await round.receive(hue);
    const second = await commit();
    const [one, two] = [await bytesAt(commitmentKey(1)), await bytesAt(commitmentKey(2))];
    expect(second).toMatchObject({ number: 2, previous: sha256Of(one!), count: 1 });
    expect(await chainsOf(second)).toEqual([`${period}#${hue}`]);
    expect(Object.keys(JSON.parse(Buffer.from(two!).toString()))).toEqual([
      'number',
      'date',
      'previous',
      'count',
      'root',
    ]);
    const signature = (await bytesAt(`${commitmentKey(2)}.sig`))!;
    expect(isSignedBy({ bytes: two!, signature, key: await engines.signer.publicKey() })).toBe(true);
    const pointer = JSON.parse(Buffer.from((await bytesAt(newestKey))!).toString());
    expect(pointer).toEqual({ number: 2, sha256: sha256Of(two!), path: '/.well-known/dti-ledger/2.json' });
  });

  it('says once a day that nothing changed, and otherwise makes none without a change', async () => {
    const { round, commit } = await open();
    await round.receive(hue);
    const first = await commit();
    expect(await commit()).toEqual(first);
    const next = await commit(24);
    expect(next).toMatchObject({ number: 2, count: 0 });
    expect(await commit(24)).toEqual(next);
  });

  it('finds what was noted late, and does not commit to the same head twice', async () => {
    const { engines, round, commit, inHours, chainsOf } = await open();
    await round.receive(hue);
    await commit();
    // Noted by an append that began before the commitment; and again by a redelivery.
    await noteChange(engines.table, `${period}#${hue}`, inHours(0)());
    await round.receive(hanoi);
    expect(await chainsOf(await commit(0.1))).toEqual([`${period}#${hanoi}`]);
  });

  it('reads no more of the ledger than what changed', async () => {
    const { engines, round, commit, inHours } = await open();
    for (const { unit_id } of membersOf('province34', '2024').slice(0, 6)) await round.receive(unit_id);
    await commit();
    await noteChange(engines.table, period, inHours(30)());
    const asked: string[] = [];
    const send = engines.table.client.send.bind(engines.table.client) as (command: object) => Promise<unknown>;
    const client = Object.assign(Object.create(engines.table.client), {
      send(command: object) {
        if (command instanceof QueryCommand) asked.push(String(command.input.ExpressionAttributeValues?.[':pk']));
        if (command instanceof GetCommand) asked.push('get');
        return send(command);
      },
    });
    await commit(30, { table: { ...engines.table, client }, ledger: { chains: { ...engines.ledger.chains, client } } });
    const chains = asked.filter((pk) => pk.startsWith('LEDGER#'));
    // Those of the hour before the last commitment are looked at again.
    expect(chains.length).toBeLessThanOrEqual(7);
    expect(asked.filter((pk) => pk.startsWith('CHANGES#')).length).toBeLessThanOrEqual(3);
  });

  it('completes what was cut off after the file: signature and pointer', async () => {
    const { engines, round, commit, bytesAt } = await open();
    await round.receive(hue);
    const dead = { ...engines.signer, sign: () => Promise.reject(new Error('the line went dead')) };
    await expect(commit(0, { signer: dead })).rejects.toThrow('dead');
    expect(await bytesAt(commitmentKey(1))).toBeDefined();
    expect(await bytesAt(newestKey)).toBeUndefined();
    expect(await commit()).toMatchObject({ number: 1 });
    expect(await bytesAt(`${commitmentKey(1)}.sig`)).toBeDefined();
    expect(await bytesAt(newestKey)).toBeDefined();
    expect(await bytesAt(commitmentKey(2))).toBeUndefined();
  });

  it('gives up where others are always first, to be called again', async () => {
    const { engines, round, commit } = await open();
    await round.receive(hue);
    const send = engines.publicBucket.client.send.bind(engines.publicBucket.client) as (
      one: object,
    ) => Promise<unknown>;
    const client = Object.assign(Object.create(engines.publicBucket.client), {
      send(command: object) {
        const isFile = command instanceof PutObjectCommand && command.input.Key === commitmentKey(1);
        const lost = Object.assign(new Error('there already'), { name: 'PreconditionFailed' });
        return isFile ? Promise.reject(lost) : send(command);
      },
    });
    const busy = commit(0, { publicBucket: { ...engines.publicBucket, client } });
    await expect(busy).rejects.toMatchObject({ code: 'COMMITMENT_BUSY', retryable: true });
  });

  it('counts on without a gap when several commit at once, and leaves no change out', async () => {
    const { round, commit, bytesAt, chainsOf } = await open();
    await round.receive(hue);
    await commit();
    await round.receive(hanoi);
    await Promise.all([commit(), commit(), commit()]);
    const made: Commitment[] = [];
    for (let number = 1; ; number++) {
      const bytes = await bytesAt(commitmentKey(number));
      if (!bytes) break;
      made.push(JSON.parse(Buffer.from(bytes).toString()));
    }
    const chains = (await Promise.all(made.slice(1).map(chainsOf))).flat();
    expect(chains).toEqual([`${period}#${hanoi}`]);
  });
});
