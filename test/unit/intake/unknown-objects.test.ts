import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { rawKey } from '../../../shared/lake/keys.ts';
import { putObject } from '../../../shared/lake/objects.ts';
import { arrivalMetadata } from '../../../shared/submission/arrival.ts';
import { receiveSubmission } from '../../../shared/submission/receive-submission.ts';
import { officer, openIntake, unit } from '../../support/intake.ts';
import { chain, jsonOf, submit, whole } from '../../support/intake-doors.ts';

const bytes = jsonOf(whole);
const key = rawKey({ ...unit, sha256: sha256Of(bytes), format: 'json' });
const marks = arrivalMetadata({
  ...{ upload_number: 1, cause: 'upload/1', file_name: 'x', subject: 'p-1', role: 'officer', partial: false },
});

describe('an event of what is no submission', () => {
  it('is a fault, which waits in the dead-letter queue, and enters nothing', async () => {
    const intake = await openIntake();
    const receive = (of: string) => receiveSubmission({ key: of }, intake);
    await expect(receive('submissions/x.json')).rejects.toMatchObject({ code: 'RAW_KEY_UNKNOWN', retryable: false });
    await expect(receive(key)).rejects.toMatchObject({ code: 'RAW_OBJECT_GONE' });
    await putObject(intake.raw, key, bytes);
    await expect(receive(key)).rejects.toMatchObject({ code: 'ARRIVAL_UNMARKED' });
    expect(await chain(intake)).toEqual([]);
  });

  it('is a fault in a period that nobody opened: there is no framework to read it by', async () => {
    const intake = await openIntake({ open: false });
    await putObject(intake.raw, key, bytes, { metadata: marks });
    await expect(receiveSubmission({ key }, intake)).rejects.toMatchObject({ code: 'PERIOD_UNKNOWN' });
  });

  it('is a fault where the bytes of a receipt are gone: nothing is answered without them', async () => {
    const intake = await openIntake();
    await submit(intake, bytes);
    const elsewhere = { ...intake, raw: { ...intake.raw, name: 'lake-bucket' } };
    const again = checkAgain({ ...unit, receipt: '1' }, officer(), elsewhere);
    await expect(again).rejects.toMatchObject({ code: 'RAW_OBJECT_GONE' });
  });
});
