import { describe, expect, it } from 'vitest';
import { callerWith } from '../../support/callers.ts';
import { at, officer, openIntake } from '../../support/intake.ts';
import { chain, formWith, jsonOf, signForm, submit, whole } from '../../support/intake-doors.ts';

const spent = { status: 429, code: 'too-many-uploads', headers: { 'retry-after': `${14 * 60 * 60}` } };

/** A file of its own: only the form of one and the same is signed again. */
const another = (n: number): Uint8Array => new TextEncoder().encode(`${n}`);

describe('the quota of a unit and day', () => {
  it('turns away what is more, by either door, until the day in Vietnam is over', async () => {
    const intake = await openIntake({ terms: { receipts_per_day: 2 } });
    const form = await formWith(whole);
    await submit(intake, jsonOf(whole));
    await signForm(intake, form);
    await expect(submit(intake, jsonOf(whole))).rejects.toMatchObject(spent);
    await expect(signForm(intake, another(1))).rejects.toMatchObject(spent);
    expect((await signForm(intake, form)).upload_number).toBe(2);
    expect(intake.events).toHaveLength(1);
    at('2026-10-01T16:59:59.500Z');
    await expect(submit(intake, jsonOf(whole))).rejects.toMatchObject({ headers: { 'retry-after': '1' } });
    at('2026-10-01T17:00:00.000Z');
    expect(await submit(intake, jsonOf(whole))).toMatchObject({ receipt: 2 });
  });

  it('is not spent by a dry run, nor by what is already there under its key', async () => {
    const intake = await openIntake({ terms: { receipts_per_day: 1 } });
    const key = { idempotencyKey: 'k' };
    await submit(intake, jsonOf(whole), { dryRun: true });
    const first = await submit(intake, jsonOf(whole), key);
    expect(await submit(intake, jsonOf(whole), key)).toEqual(first);
    await submit(intake, jsonOf(whole), { dryRun: true });
    await expect(submit(intake, jsonOf(whole))).rejects.toMatchObject({ status: 429 });
  });

  it('is each unit’s own, and that of files without a unit is all members’', async () => {
    const intake = await openIntake({ terms: { receipts_per_day: 1 } });
    const form = await formWith(whole);
    await signForm(intake, form);
    const hue = officer({ unit_id: 'P46-2025' });
    expect((await signForm(intake, form, { caller: hue, unit_id: 'P46-2025' })).upload_number).toBe(2);
    const ministry = { caller: callerWith(), unit_id: 'unidentified' };
    for (let handedIn = 0; handedIn < 34; handedIn++) await signForm(intake, another(handedIn), ministry);
    await expect(signForm(intake, form, ministry)).rejects.toMatchObject({ status: 429 });
  });
});

describe('?dry_run=true', () => {
  it('answers and keeps nothing: no object, no entry, no number', async () => {
    const intake = await openIntake();
    const dry = await submit(intake, jsonOf(whole), { dryRun: true, idempotencyKey: 'k' });
    expect(dry).toMatchObject({ accepted: true, receipt: null, findings: [] });
    expect(await submit(intake, jsonOf({ ...whole, a: '7' }), { dryRun: true })).toMatchObject({ accepted: false });
    expect(intake.events).toEqual([]);
    expect(await chain(intake)).toEqual([]);
    expect((await signForm(intake, await formWith(whole))).upload_number).toBe(1);
  });

  it('of a part judges what the whole would be', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const part = { dryRun: true, partial: true };
    expect(await submit(intake, jsonOf({ 'r/numerator': '2' }), part)).toMatchObject({ accepted: true });
    expect(await submit(intake, jsonOf({ 'r/numerator': '2' }), { dryRun: true })).toMatchObject({ accepted: false });
  });
});
