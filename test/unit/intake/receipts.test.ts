import { describe, expect, it } from 'vitest';
import { putObject } from '../../../shared/lake/objects.ts';
import { receiveSubmission } from '../../../shared/submission/receive-submission.ts';
import { at, openIntake } from '../../support/intake.ts';
import {
  board,
  chain,
  check,
  deliver,
  formWith,
  jsonOf,
  lineOf,
  list,
  post,
  rules,
  signForm,
  submit,
  told,
  whole,
} from '../../support/intake-doors.ts';

describe('row 4: the same bytes through two doors', () => {
  it('are two receipts, of which the accepted one counts', async () => {
    const intake = await openIntake();
    const bytes = jsonOf(whole);
    expect(await submit(intake, bytes)).toMatchObject({ accepted: true, receipt: 1, findings: [] });
    const asCsv = await submit(intake, bytes, { contentType: 'text/csv' });
    expect(asCsv).toMatchObject({ accepted: false, receipt: 2 });
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted', 'received 2', 'answered 2 rejected']);
    const { submissions } = await list(intake);
    expect(submissions.map(({ receipt, format, status, current }) => ({ receipt, format, status, current }))).toEqual([
      { receipt: 2, format: 'csv', status: 'rejected', current: false },
      { receipt: 1, format: 'json', status: 'accepted', current: true },
    ]);
    expect((await board(intake)).missing).not.toContain('P04-2025');
  });

  it('by JSON twice are two receipts, of which the newer counts with the same figures', async () => {
    const intake = await openIntake();
    const [first, second] = [await submit(intake, jsonOf(whole)), await submit(intake, jsonOf(whole))];
    expect([first.receipt, second.receipt]).toEqual([1, 2]);
    await deliver(intake);
    const answers = (await chain(intake)).flatMap((entry) => (entry.kind === 'answered' ? [entry.about] : []));
    expect(answers.map(({ accepted, compared_with }) => [accepted, compared_with])).toEqual([
      [true, null],
      [true, 1],
    ]);
    expect(answers[0]?.figures_sha256).toBe(answers[1]?.figures_sha256);
    expect(await lineOf(intake)).toMatchObject({ state: 'accepted', receipts: 2, current: { receipt: 2 } });
  });
});

describe('row 5: A, then B, the deadline passes, A again', () => {
  it('keeps every receipt of A, and A was on time', async () => {
    const intake = await openIntake({ terms: { deadline_at: '2026-10-05T17:00:00.000Z' } });
    const [a, b] = [await formWith(whole), await formWith({ ...whole, a: '0.75' })];
    for (const bytes of [a, b]) {
      await post(await signForm(intake, bytes), bytes);
      await deliver(intake);
    }
    at('2026-10-06T01:00:00.000Z');
    await post(await signForm(intake, a), a);
    await deliver(intake);
    const { submissions } = await list(intake);
    expect(submissions.map(({ receipt, received_at, late }) => [receipt, received_at, late])).toEqual([
      [3, '2026-10-06T01:00:00.000Z', true],
      [2, '2026-10-01T03:00:00.000Z', false],
      [1, '2026-10-01T03:00:00.000Z', false],
    ]);
    expect(submissions.map(rules)).toEqual([['RECEIVED_LATE warning'], [], []]);
    expect(submissions.map(({ sha256 }) => sha256)).toEqual([
      submissions[2]?.sha256,
      submissions[1]?.sha256,
      submissions[2]?.sha256,
    ]);
    expect(await check(intake, a)).toMatchObject({ receipt: 3, late: true });
  });
});

describe('a signed form posted twice', () => {
  it.each([
    ['as they came', <T>(events: T[]) => events],
    ['in reverse', <T>(events: T[]) => [...events].reverse()],
    ['three times over', <T>(events: T[]) => [...events, ...events, ...events]],
  ])('is one receipt with the time of the first object, its events %s', async (_, order) => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    const form = await signForm(intake, bytes);
    await post(form, bytes);
    at('2026-10-01T03:10:00.000Z');
    await post(form, bytes);
    await deliver(intake, order);
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted']);
    expect((await list(intake)).submissions).toMatchObject([{ received_at: '2026-10-01T03:00:00.000Z', receipt: 1 }]);
  });

  it('is the same receipt for the officer who waits, whichever object the check finds', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    const form = await signForm(intake, bytes);
    await post(form, bytes);
    at('2026-10-01T03:10:00.000Z');
    await post(form, bytes);
    const [one, other] = await Promise.all([check(intake, bytes), check(intake, bytes)]);
    expect(other).toEqual(one);
    expect(one).toMatchObject({ receipt: 1, received_at: '2026-10-01T03:00:00.000Z', accepted: true });
    await deliver(intake);
    expect(await check(intake, bytes)).toEqual(one);
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted']);
  });

  it('may lie beside an object that nobody was given a number for', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    const form = await signForm(intake, bytes);
    await putObject(intake.raw, form.fields.key!, bytes);
    const [unmarked] = intake.events.splice(0);
    await expect(receiveSubmission(unmarked!, intake)).rejects.toThrow('ARRIVAL_UNMARKED');
    at('2026-10-01T03:10:00.000Z');
    await post(form, bytes);
    expect(await check(intake, bytes)).toMatchObject({ accepted: true, received_at: '2026-10-01T03:10:00.000Z' });
  });
});
