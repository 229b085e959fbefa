import { describe, expect, it } from 'vitest';
import { readReceipt } from '../../../functions/read-submissions/read-submissions.ts';
import { renderReceipt } from '../../../shared/site/receipt-page.tsx';
import { addToPeriod, at, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import {
  askForm,
  check,
  deliver,
  formWith,
  jsonOf,
  lineOf,
  list,
  post,
  send,
  signForm,
  submit,
  whole,
} from '../../support/intake-doors.ts';

const isLateIn = (findings: { rule: string }[]) => findings.some(({ rule }) => rule === 'RECEIVED_LATE');

/** What each place says of the first receipt; one value where all agree. */
async function lateness(intake: Intake, bytes: Uint8Array): Promise<boolean[]> {
  const told = await readReceipt({ ...unit, receipt: '1' }, officer(), intake);
  const listed = (await list(intake)).submissions.at(-1)!;
  const line = await lineOf(intake);
  const answer = await check(intake, bytes);
  const said = [
    ...[told.late, isLateIn(told.findings), listed.late, isLateIn(listed.findings)],
    ...[answer.late, isLateIn(answer.findings), line.current!.late, renderReceipt(told).includes('sau hạn gửi')],
  ];
  return [...new Set(said)];
}

const moveTo = (intake: Intake, deadline_at: string) =>
  addToPeriod(intake, { kind: 'deadline-moved', about: { deadline_at, reason_vi: 'Theo đề nghị của các tỉnh' } });

describe('row 6: lateness', () => {
  it('is the same in list, answer, board and receipt, whatever is posted again or moved', async () => {
    const intake = await openIntake({ terms: { deadline_at: '2026-10-01T17:00:00.000Z' } });
    const bytes = await formWith(whole);
    at('2026-10-01T18:00:00.000Z');
    const form = await signForm(intake, bytes);
    await post(form, bytes);
    await deliver(intake);
    expect(await lateness(intake, bytes)).toEqual([true]);
    at('2026-10-01T18:05:00.000Z');
    await post(form, bytes);
    await deliver(intake);
    expect(await lateness(intake, bytes)).toEqual([true]);
    await moveTo(intake, '2026-10-09T17:00:00.000Z');
    expect(await lateness(intake, bytes)).toEqual([false]);
    await moveTo(intake, '2026-10-01T17:00:00.000Z');
    expect(await lateness(intake, bytes)).toEqual([false]);
  });

  it('is never made by moving the deadline before what had come in time', async () => {
    const intake = await openIntake({ terms: { deadline_at: '2026-10-15T17:00:00.000Z' } });
    const bytes = await formWith(whole);
    at('2026-10-10T03:00:00.000Z');
    await post(await signForm(intake, bytes), bytes);
    await deliver(intake);
    at('2026-10-11T03:00:00.000Z');
    await moveTo(intake, '2026-10-05T17:00:00.000Z');
    expect(await lateness(intake, bytes)).toEqual([false]);
  });

  it('is told before anything is sent, by a dry run', async () => {
    const intake = await openIntake({ terms: { deadline_at: '2026-10-01T17:00:00.000Z' } });
    at('2026-10-02T03:00:00.000Z');
    const dry = await submit(intake, jsonOf(whole), { dryRun: true });
    const sent = await submit(intake, jsonOf(whole));
    expect(dry).toEqual({ ...sent, receipt: null });
    expect(isLateIn(dry.findings)).toBe(true);
  });
});

const reopen = (intake: Intake, until_at: string) =>
  addToPeriod(intake, {
    kind: 'reopened',
    about: { unit_id: unit.unit_id, until_at, reason_vi: 'Theo công văn của tỉnh' },
  });
const close = (intake: Intake) => addToPeriod(intake, { kind: 'closed', about: { ground: 'period_over' } });

describe('a file that came after the closing', () => {
  it('is kept, told so, and counts for nothing until the unit is reopened', async () => {
    const intake = await openIntake();
    await close(intake);
    at('2026-10-02T03:00:00.000Z');
    await send(intake, await formWith(whole));
    const { state, submissions } = await list(intake);
    expect(state).toBe('opened');
    expect(submissions).toMatchObject([{ status: 'accepted', current: false, in_time: false }]);
    expect(submissions[0]?.findings.map(({ rule }) => rule)).toEqual(['RECEIVED_AFTER_CLOSING']);
    expect(await lineOf(intake)).toMatchObject({ current: null, newest: { in_time: false } });
    const document = renderReceipt(await readReceipt({ ...unit, receipt: '1' }, officer(), intake));
    expect(document).toContain('chưa được tính');

    await reopen(intake, '2026-10-10T17:00:00.000Z');
    expect(await list(intake)).toMatchObject({ state: 'accepted', reopened_until: '2026-10-10T17:00:00.000Z' });
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 1, late: false } });
  });

  it('can be sent again where it never would count, having come after the day the unit was given', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    await close(intake);
    await reopen(intake, '2026-10-03T17:00:00.000Z');
    at('2026-10-04T03:00:00.000Z');
    await send(intake, bytes);
    at('2026-10-05T03:00:00.000Z');
    await close(intake);
    await reopen(intake, '2026-10-20T17:00:00.000Z');
    expect(await lineOf(intake)).toMatchObject({ current: null });
    at('2026-10-12T03:00:00.000Z');
    await send(intake, bytes);
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 2 } });
    expect(await askForm(intake, bytes)).toEqual({ status: 'received' });
  });
});
