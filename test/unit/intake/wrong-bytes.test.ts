import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { at, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { chain, check, deliver, formWith, list, post, signForm, told, whole } from '../../support/intake-doors.ts';
import type { SignedForm } from '../../support/uploads.ts';

/** What a store that verifies no checksum would have taken by the form. */
async function force(intake: Intake, { fields }: SignedForm, bytes: Uint8Array): Promise<void> {
  const marks = Object.entries(fields).filter(([name]) => name.startsWith('x-amz-meta-'));
  const metadata = Object.fromEntries(marks.map(([name, value]) => [name.slice('x-amz-meta-'.length), value]));
  await putObject(intake.raw, fields.key!, bytes, { metadata });
}

describe('row 10: signed for one hash, other bytes posted to a store that does not verify the checksum', () => {
  it('are refused by the check and by their event, and nothing of them stands in the ledger', async () => {
    const intake = await openIntake();
    const [signed, other] = [await formWith(whole), await formWith({ ...whole, a: '1' })];
    await force(intake, await signForm(intake, signed), other);
    await expect(check(intake, signed)).rejects.toMatchObject({ status: 409, code: 'bytes-differ' });
    await expect(deliver(intake)).rejects.toMatchObject({ code: 'RAW_HASH_WRONG', retryable: false });
    expect(await chain(intake)).toEqual([]);
  });

  it('do not lend their time, or themselves, to the right bytes posted by the same form later', async () => {
    const intake = await openIntake({ terms: { deadline_at: '2026-10-01T03:05:00.000Z' } });
    const [signed, other] = [await formWith(whole), await formWith({ ...whole, a: '1' })];
    const form = await signForm(intake, signed);
    await force(intake, form, other);
    intake.events.splice(0);
    at('2026-10-01T03:10:00.000Z');
    await post(form, signed);
    await deliver(intake);
    expect((await list(intake)).submissions).toMatchObject([
      { received_at: '2026-10-01T03:10:00.000Z', late: true, status: 'accepted' },
    ]);
    const again = await checkAgain({ ...unit, receipt: '1' }, officer(), intake);
    expect(again).toMatchObject({ again: { accepted: true } });
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted']);
  });

  it('a real store refuses them at the door', async () => {
    const intake = await openIntake();
    const form = await signForm(intake, await formWith(whole));
    await expect(post(form, await formWith({ ...whole, a: '1' }))).rejects.toThrow(/400/);
    expect(intake.events).toEqual([]);
  });
});
