import { describe, expect, it } from 'vitest';
import { fetchSubmission } from '../../../functions/fetch-submission/fetch-submission.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import type { Caller } from '../../../shared/identity/caller.ts';
import { unidentified } from '../../../shared/submission/upload-limits.ts';
import { callerWith } from '../../support/callers.ts';
import { at, type Intake, identity, officer, openIntake, unit } from '../../support/intake.ts';
import { deliver, formWith, jsonOf, post, send, signForm, submit, whole } from '../../support/intake-doors.ts';

const ask = (intake: Intake, receipt = '1', caller: Caller = officer()) =>
  fetchSubmission(unit, { receipt }, caller, intake);

const bytesOf = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());

describe('fetchSubmission', () => {
  it('gives the unit its own bytes back, as an attachment under the name that they came by', async () => {
    const intake = await openIntake();
    const form = await formWith({ ...whole, a: '7' });
    await send(intake, form);
    const { url, file_name } = await ask(intake);
    const answer = await fetch(url);
    expect(file_name).toBe('Biểu mẫu.xlsx');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Biểu mẫu.xlsx')}`,
    );
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(sha256Of(await bytesOf(url))).toBe(sha256Of(form));
    const byHash = await fetchSubmission(unit, { sha256: sha256Of(form) }, officer(), intake);
    expect(new URL(byHash.url).pathname).toBe(new URL(url).pathname);
  });

  it('gives back figures by API too', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const { url, file_name } = await ask(intake);
    expect(file_name).toBe('P04-2025.json');
    expect(await bytesOf(url)).toEqual(jsonOf(whole));
  });

  it('finds a file that the ministry handed in where it was put', async () => {
    const intake = await openIntake();
    const form = await formWith(whole, { identity });
    await post(await signForm(intake, form, { caller: callerWith(), unit_id: unidentified }), form);
    at('2026-10-01T03:05:00.000Z');
    await deliver(intake);
    expect(sha256Of(await bytesOf((await ask(intake)).url))).toBe(sha256Of(form));
  });

  it('is for the unit’s own people and the ministry’s publishers', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const refused = (caller: Caller) => expect(ask(intake, '1', caller)).rejects;
    await refused(officer({ unit_id: 'P46-2025' })).toMatchObject({ status: 403, code: 'foreign-unit' });
    await refused(callerWith({ role: 'appraiser' })).toMatchObject({ status: 403, code: 'role-refused' });
    await refused(callerWith({ owner: 'P01-2025' })).toMatchObject({ status: 403, code: 'foreign-group' });
    await expect(ask(intake, '2')).rejects.toMatchObject({ status: 404, code: 'file-unknown' });
    await ask(intake, '1', callerWith());
  });
});
