import { describe, expect, it } from 'vitest';
import { askEvidence, checkFile, deliverEvidence, filesOf, signEvidence } from '../../support/evidence-doors.ts';
import { pdf } from '../../support/evidence-files.ts';
import { addToPeriod, at, type Intake, officer, openIntake } from '../../support/intake.ts';
import {
  askForm,
  chain,
  check,
  deliver,
  formWith,
  list,
  post,
  signForm,
  told,
  whole,
} from '../../support/intake-doors.ts';

const lan = { caller: officer({ subject: 'lan' }) };
const minh = { caller: officer({ subject: 'minh' }) };
const once = ['received 1', 'answered 1 accepted'];

/** Two tabs, or two people, that have both been given a form before either file came. */
const bothAsked = (intake: Intake, bytes: Uint8Array) =>
  Promise.all([signForm(intake, bytes, lan), signForm(intake, bytes, minh)]);

const receiptsOf = async (intake: Intake) => (await list(intake)).submissions.map(({ receipt }) => receipt);

describe('the same form sent by two at once', () => {
  it('is one receipt, of which both are told', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    const forms = await bothAsked(intake, bytes);
    await Promise.all(forms.map((form) => post(form, bytes)));
    const [one, other] = await Promise.all([check(intake, bytes), check(intake, bytes)]);
    expect(other).toEqual(one);
    await deliver(intake, (events) => [...events].reverse());
    expect(await check(intake, bytes)).toEqual(one);
    expect(await told(intake)).toEqual(once);
  });

  it.each([
    ['in order', <T>(events: T[]) => events],
    ['in reverse', <T>(events: T[]) => [...events].reverse()],
  ])('is one by the events alone, %s, with the time of the object that came first', async (_, order) => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    const [first, second] = await bothAsked(intake, bytes);
    await post(second!, bytes);
    at('2026-10-01T03:10:00.000Z');
    await post(first!, bytes);
    await deliver(intake, order);
    expect(await told(intake)).toEqual(once);
    expect((await list(intake)).submissions).toMatchObject([{ received_at: '2026-10-01T03:00:00.000Z', receipt: 1 }]);
  });

  it('is one for who asks while the first is in S3 or in the ledger, and is not answered', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    await post(await signForm(intake, bytes, lan), bytes);
    const inS3 = await signForm(intake, bytes, minh);
    await expect(deliver({ ...intake, checkFile: () => Promise.reject(new Error('gone')) })).rejects.toThrow('gone');
    const inLedger = await signForm(intake, bytes, minh);
    for (const form of [inS3, inLedger]) await post(form, bytes);
    await deliver(intake);
    expect(await told(intake)).toEqual(once);
    expect(await askForm(intake, bytes, minh)).toEqual({ status: 'received' });
  });

  it('takes one place of the day where the second asks a moment later', async () => {
    const intake = await openIntake({ terms: { receipts_per_day: 1 } });
    const bytes = await formWith(whole);
    const first = await signForm(intake, bytes, lan);
    expect((await signForm(intake, bytes, minh)).upload_number).toBe(first.upload_number);
  });
});

describe('the same form again', () => {
  it('after another one is a third receipt, however close they are', async () => {
    const intake = await openIntake();
    const [a, b] = [await formWith(whole), await formWith({ ...whole, a: '0.75' })];
    for (const bytes of [a, b, a]) {
      const forms = await bothAsked(intake, bytes);
      for (const form of forms) await post(form, bytes);
      await deliver(intake);
    }
    expect(await receiptsOf(intake)).toEqual([3, 2, 1]);
    expect(await check(intake, a)).toMatchObject({ receipt: 3 });
  });

  it('is newer than another one that was asked about in between and has not come yet', async () => {
    const intake = await openIntake();
    const [a, b] = [await formWith(whole), await formWith({ ...whole, a: '0.75' })];
    const [first, between, again] = [await signForm(intake, a), await signForm(intake, b), await signForm(intake, a)];
    await post(first, a);
    await post(again, a);
    await deliver(intake);
    await post(between, b);
    await deliver(intake);
    expect((await list(intake)).submissions.find(({ current }) => current)).toMatchObject({ upload_number: 3 });
  });

  it('is checked anew after it was refused', async () => {
    const intake = await openIntake();
    const bytes = await formWith({ ...whole, a: '7' });
    for (const _ of [1, 2]) {
      await post(await signForm(intake, bytes), bytes);
      await deliver(intake);
    }
    expect(await receiptsOf(intake)).toEqual([2, 1]);
  });

  it('counts where the unit was reopened after the first came too late and was not answered', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'all_in' } });
    at('2026-10-01T03:00:01.000Z');
    await post(await signForm(intake, bytes), bytes);
    await expect(deliver({ ...intake, checkFile: () => Promise.reject(new Error('gone')) })).rejects.toThrow('gone');
    expect((await signForm(intake, bytes)).upload_number).toBe(2);
  });
});

describe('the same file of evidence sent by two at once', () => {
  it('for one indicator is one entry, of which both are told; for two it is two', async () => {
    const intake = await openIntake();
    const file = pdf();
    const forms = await Promise.all([0, 1].map(() => signEvidence(intake, file, { indicator: 'e' })));
    const other = await signEvidence(intake, file, { indicator: 'a' });
    for (const form of forms) await post(form, file);
    const [one, two] = await Promise.all([checkFile(intake, file), checkFile(intake, file)]);
    expect(two).toEqual(one);
    await post(other, file);
    await deliverEvidence(intake);
    expect((await filesOf(intake)).files.map(({ indicator }) => indicator)).toEqual(['a', 'e']);
    expect(await chain(intake)).toHaveLength(2);
    expect(await askEvidence(intake, file, { indicator: 'e' })).toMatchObject({ status: 'received' });
  });
});
