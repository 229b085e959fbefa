import { describe, expect, it } from 'vitest';
import { requestUpload } from '../../../functions/request-upload/request-upload.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { callerWith } from '../../support/callers.ts';
import { at, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { askForm, formWith, signForm, whole } from '../../support/intake-doors.ts';
import { postFile, type SignedForm } from '../../support/uploads.ts';

const fiveMegabytes = 5_242_880;

/** What S3 will hold whoever posts by the form to. */
const policyOf = ({ fields }: SignedForm): { expiration: string; conditions: unknown[] } =>
  JSON.parse(Buffer.from(fields.Policy!, 'base64').toString('utf8'));

const ask = (intake: Intake, size: number, caller = officer()) =>
  requestUpload({ ...unit, sha256: sha256Of(`${size}`), size, file_name: 'x.xlsx' }, caller, intake);

describe('the limits of a signed upload', () => {
  it('are a quarter of an hour, five megabytes, one key, one hash and one number', async () => {
    const intake = await openIntake();
    at('2026-10-01T03:00:00.000Z');
    const bytes = await formWith(whole);
    const { expiration, conditions } = policyOf(await signForm(intake, bytes));
    expect(expiration).toBe('2026-10-01T03:15:00Z');
    expect(conditions).toContainEqual(['content-length-range', 1, 5_242_880]);
    const hash = sha256Of(bytes);
    const base64 = Buffer.from(hash, 'hex').toString('base64');
    for (const fixed of [
      { key: `submissions/province34/2024/${unit.unit_id}/${hash}.xlsx` },
      { 'x-amz-checksum-algorithm': 'SHA256' },
      { 'x-amz-checksum-sha256': base64 },
      { 'x-amz-meta-upload-number': '1' },
      { 'x-amz-meta-sent-as': 'officer' },
    ])
      expect(conditions).toContainEqual(fixed);
  });

  it('are kept by the store: nothing, more than five megabytes, and whoever comes after the hour', async () => {
    const intake = await openIntake();
    for (const size of [0, fiveMegabytes + 1]) {
      const bytes = new Uint8Array(size);
      const signed = await ask(intake, Math.min(size, fiveMegabytes));
      expect((await postFile(signed as SignedForm, bytes)).status).toBe(400);
    }
    const bytes = await formWith(whole);
    const late = await signForm(intake, bytes);
    at('2026-10-01T03:15:01.000Z');
    expect((await postFile(late, bytes)).status).toBe(403);
    expect(intake.events).toEqual([]);
  });
});

describe('requestUpload', () => {
  it('refuses what is over five megabytes before a number is given out', async () => {
    const intake = await openIntake();
    await expect(ask(intake, fiveMegabytes + 1)).rejects.toMatchObject({ status: 413, code: 'file-too-big' });
    expect(await ask(intake, fiveMegabytes)).toMatchObject({ status: 'send', upload_number: 1 });
  });

  it('is for officers of the unit and publishers, in a period that was opened', async () => {
    const intake = await openIntake();
    const refused = (status: number, code: string) => expect.objectContaining({ status, code });
    await expect(ask(intake, 1, officer({ unit_id: 'P46-2025' }))).rejects.toEqual(refused(403, 'foreign-unit'));
    await expect(ask(intake, 1, officer({ role: 'certifier' }))).rejects.toEqual(refused(403, 'role-refused'));
    await expect(ask(intake, 1, callerWith({ owner: 'P04-2025' }))).rejects.toEqual(refused(403, 'foreign-group'));
    const unopened = await openIntake({ open: false });
    await expect(askForm(unopened, await formWith(whole))).rejects.toEqual(refused(409, 'period-unopened'));
  });
});
