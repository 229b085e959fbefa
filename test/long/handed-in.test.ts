import { describe, expect, it } from 'vitest';
import { receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { unidentified } from '../../shared/submission/upload-limits.ts';
import { openIntake } from '../support/intake.ts';
import { formWith, handIn, lineOf, told, whole } from '../support/intake-doors.ts';
import { crashAt, watchLedger } from '../support/watch-ledger.ts';

const filed = ['received 1', 'answered 1 accepted'];

describe('a file handed in without a unit', () => {
  it('ends in the same wherever it was cut off, between the two chains too', async () => {
    for (let nth = 1; ; nth++) {
      const intake = await openIntake();
      await handIn(intake, await formWith(whole));
      const [event] = intake.events.splice(0);
      const dying = { ...intake, ...watchLedger(intake, crashAt(nth, false)) };
      const isThrough = await receiveSubmission(event!, dying).then(
        () => true,
        () => false,
      );
      await receiveSubmission(event!, intake);
      expect([nth, await told(intake), await told(intake, unidentified)]).toEqual([nth, filed, filed]);
      expect(await lineOf(intake)).toMatchObject({ state: 'accepted', current: { receipt: 1 } });
      if (isThrough) break;
    }
  });
});
