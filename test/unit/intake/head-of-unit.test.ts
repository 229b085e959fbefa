import { describe, expect, it } from 'vitest';
import { returnSubmission } from '../../../functions/certify-submission/return-submission.ts';
import { findMovers } from '../../../functions/summarise-submission/movers.ts';
import { summariseSubmission } from '../../../functions/summarise-submission/summarise-submission.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { indicatorOf } from '../../support/forms.ts';
import { addToPeriod, certifier, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { certify, formWith, jsonOf, lineOf, list, send, submit, told, whole } from '../../support/intake-doors.ts';

const open = () => openIntake({ terms: { certification: 'required' } });
const problem = (status: number, code: string) => expect.objectContaining({ status, code });
let requests = 0;

const sendBack = (
  intake: Intake,
  changes: Partial<Parameters<typeof returnSubmission>[0]> = {},
  caller = certifier(),
) =>
  returnSubmission(
    { ...unit, receipt: '1', text_vi: 'Xem lại tử số', cause: `request/return-${++requests}`, ...changes },
    caller,
    intake,
  );

const summarise = (intake: Intake, receipt = '1', caller = certifier()) =>
  summariseSubmission({ ...unit, receipt }, caller, intake);

describe('sending a receipt back', () => {
  it('is an entry with words, which the officer reads; what counts stays as it was', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole));
    const before = await lineOf(intake);
    const returned = { at: '2026-10-01T03:00:00.000Z', text_vi: 'Xem lại tử số' };
    expect(await sendBack(intake)).toMatchObject({ receipt: 1, waiting: true, certified_at: null, returned });
    expect((await list(intake)).submissions[0]).toMatchObject({ receipt: 1, returned });
    expect(await lineOf(intake)).toEqual(before);
    expect(await told(intake)).toContainEqual(expect.stringMatching(/^returned/));
    expect(await certify(intake, 1)).toMatchObject({ certified_at: '2026-10-01T03:00:00.000Z' });
  });

  it('is for the certifier of the unit, of what may count and is not certified, while the unit may send', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole));
    await expect(sendBack(intake, {}, certifier({ unit_id: 'P01-2025' }))).rejects.toEqual(
      problem(403, 'foreign-unit'),
    );
    await expect(sendBack(intake, { receipt: '2' })).rejects.toEqual(problem(404, 'file-unknown'));
    await submit(intake, jsonOf({ ...whole, a: '7' }));
    await expect(sendBack(intake, { receipt: '2' })).rejects.toEqual(problem(409, 'receipt-not-certifiable'));
    await certify(intake, 1);
    await expect(sendBack(intake)).rejects.toEqual(problem(409, 'receipt-certified'));
    await submit(intake, jsonOf({ ...whole, a: '0.75' }));
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'all_in' } });
    await expect(sendBack(intake, { receipt: '3' })).rejects.toEqual(problem(409, 'period-closed'));
  });

  it('is once by the same key, which no other words may use', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole));
    const first = await sendBack(intake, { cause: 'key/1' });
    expect(await sendBack(intake, { cause: 'key/1' })).toEqual(first);
    const other = sendBack(intake, { cause: 'key/1', text_vi: 'Khác' });
    await expect(other).rejects.toEqual(problem(422, 'idempotency-key-reused'));
    expect((await told(intake)).filter((line) => line.startsWith('returned'))).toHaveLength(1);
  });
});

describe('what a receipt comes to', () => {
  it('is told by the reference scorer, with warnings left and the officer’s notes beside them', async () => {
    const intake = await open();
    await send(intake, await formWith(whole));
    const summary = await summarise(intake);
    expect(undescribed(summary, 'SubmissionSummary')).toEqual([]);
    expect(summary).toMatchObject({
      ...{
        ...unit,
        unit_name_vi: 'Cao Bằng',
        receipt: 1,
        status: 'accepted',
        waiting: true,
        certification: 'required',
      },
      ...{ kept_from: null, errors: 0, certified_at: null, returned: null },
    });
    expect(summary.score).toMatchObject({ answered: 3, asked: 3, with_evidence: 1, evidence_files: 0 });
    expect(summary.score).toMatchObject({ compared_with_vi: null, value_before: null, movers: [], more_movers: 0 });
    // 50 of 100, three quarters, a quarter.
    expect(summary.score!.measures[0]).toMatchObject({ measure: 'dti', kind: 'total', value: expect.any(String) });
  });

  it('counts what was left blank, and has no score for a receipt that was refused', async () => {
    const intake = await open();
    await submit(intake, jsonOf({ a: '0.5' }));
    await submit(intake, jsonOf({ ...whole, a: '7' }));
    expect((await summarise(intake)).score).toMatchObject({ answered: 1, asked: 3, with_evidence: 0 });
    expect(await summarise(intake, '2')).toMatchObject({
      score: null,
      errors: 1,
      kept_from: 'receipt-not-certifiable',
    });
  });

  it('says what keeps whoever looks from certifying it', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole), { caller: officer({ subject: 'lan' }) });
    const kept = async (caller = certifier()) => (await summarise(intake, '1', caller)).kept_from;
    expect(await kept(officer())).toBe('role-refused');
    expect(await kept(callerWith())).toBe('role-refused');
    expect(await kept(certifier({ subject: 'lan' }))).toBe('own-submission');
    expect(await kept()).toBeNull();
    await certify(intake, 1);
    expect(await kept()).toBe('receipt-certified');
    await submit(intake, jsonOf({ ...whole, a: '0.75' }));
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'all_in' } });
    expect((await summarise(intake, '2')).kept_from).toBe('period-closed');
  });
});

describe('findMovers', () => {
  const asked = ['a', 'b', 'c', 'd'].map((code) => indicatorOf(code));
  const figure = (indicator: string, value: string) => ({ indicator, input: 'value', value });

  it('has what is new or gone first, then what moved most by its share; what stayed is not in it', () => {
    const now = [figure('a', '110'), figure('b', '3'), figure('c', '5'), figure('d', '1')];
    const before = [figure('a', '100'), figure('b', '1'), figure('d', '1')];
    const { movers, more_movers } = findMovers(asked, now, before);
    expect(movers.map(({ indicator, value, before: was }) => [indicator, value, was])).toEqual([
      ['c', '5', null],
      ['b', '3', '1'],
      ['a', '110', '100'],
    ]);
    expect(more_movers).toBe(0);
    expect(findMovers(asked, [], before).movers.map(({ value }) => value)).toEqual([null, null, null]);
  });
});
