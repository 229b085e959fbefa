import { describe, expect, it } from 'vitest';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import { readArrived } from '../../../shared/submission/read-arrived.ts';
import { receiveSubmission } from '../../../shared/submission/receive-submission.ts';
import { at, type Intake, openIntake, unit } from '../../support/intake.ts';
import { chain, deliver, jsonOf, lineOf, submit, told, whole } from '../../support/intake-doors.ts';

const key = { idempotencyKey: 'don-vi-P04/2024/1' };
const other = jsonOf({ ...whole, a: '0.75' });
const once = ['received 1', 'answered 1 accepted'];
const reused = { status: 422, code: 'idempotency-key-reused' };

describe('Idempotency-Key', () => {
  it('makes the same bytes sent again the same receipt, with the time of the first', async () => {
    const intake = await openIntake();
    const first = await submit(intake, jsonOf(whole), key);
    at('2026-10-02T03:00:00.000Z');
    expect(await submit(intake, jsonOf(whole), key)).toEqual(first);
    await deliver(intake, (events) => [...events].reverse());
    expect(await submit(intake, jsonOf(whole), key)).toEqual(first);
    expect(await told(intake)).toEqual(once);
    expect(await lineOf(intake)).toMatchObject({ current: { received_at: '2026-10-01T03:00:00.000Z' } });
  });

  it.each([
    ['other bytes', other, {}],
    ['the same bytes by another door', jsonOf(whole), { contentType: 'text/csv' }],
    ['the same bytes as a part', jsonOf(whole), { partial: true }],
  ])('refuses %s under it, and keeps nothing of them', async (_, bytes, changes) => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole), key);
    await deliver(intake);
    await expect(submit(intake, bytes, { ...key, ...changes })).rejects.toMatchObject(reused);
    expect(intake.events).toEqual([]);
    expect(await told(intake)).toEqual(once);
  });

  it('of two calls at once makes one receipt', async () => {
    const intake = await openIntake();
    const [one, two] = await Promise.all([submit(intake, jsonOf(whole), key), submit(intake, jsonOf(whole), key)]);
    expect(two).toEqual(one);
    await deliver(intake);
    expect((await told(intake)).map((line) => line.split(' ')[0])).toEqual(['received', 'answered']);
  });

  it('of two calls at once with other bytes refuses one, whose event comes to nothing', async () => {
    const intake = await openIntake();
    const calls = await Promise.allSettled([submit(intake, jsonOf(whole), key), submit(intake, other, key)]);
    const refused = calls.flatMap((call) => (call.status === 'rejected' ? [call.reason] : []));
    expect(refused).toMatchObject([reused]);
    await deliver(intake);
    expect((await told(intake)).map((line) => line.split(' ')[0])).toEqual(['received', 'answered']);
  });

  it('without one, each call is a receipt of its own', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    expect(await submit(intake, jsonOf(whole))).toMatchObject({ receipt: 2 });
  });

  it.each([[''], ['a b'], ['khóa'], ['x'.repeat(201)], ['a\r\nb']])('%j is no key', async (idempotencyKey) => {
    const intake = await openIntake();
    await expect(submit(intake, jsonOf(whole), { idempotencyKey })).rejects.toMatchObject({ status: 400 });
    expect(await chain(intake)).toEqual([]);
  });

  it('answers the receipt it stands for where that call was cut off and the same bytes came by another since', async () => {
    const intake = await openIntake();
    await cutOffBeforeAnswer(intake);
    expect(await told(intake)).toEqual(['received 1']);
    await submit(intake, jsonOf(whole));
    expect(await submit(intake, jsonOf(whole), key)).toMatchObject({ receipt: 1, accepted: true });
    expect(await told(intake)).toEqual(['received 1', 'received 2', 'answered 2 accepted', 'answered 1 accepted']);
    const { receipts } = foldUnit(await chain(intake));
    const arrived = await Promise.all(receipts.map((receipt) => readArrived(unit, receipt, intake.raw)));
    expect(arrived.map(({ arrival }) => arrival.upload_number)).toEqual([1, 2]);
  });
});

/** A call whose process died once it had entered the receipt. */
async function cutOffBeforeAnswer(intake: Intake): Promise<void> {
  const dying = { ...intake, checkFile: () => Promise.reject(new Error('gone')) };
  await expect(submit(dying, jsonOf(whole), key)).rejects.toThrow('gone');
  for (const event of intake.events.splice(0)) await expect(receiveSubmission(event, dying)).rejects.toThrow('gone');
}
