import { describe, expect, it } from 'vitest';
import { receivedLate } from '../../../../shared/submission/rules/received-late.ts';

const deadlineAt = '2026-10-15T17:00:00.000Z';

describe('RECEIVED_LATE', () => {
  it('says nothing of a file received in the last second of the day in Vietnam, or where there is no deadline', () => {
    expect(receivedLate('2026-10-15T16:59:59.000Z', deadlineAt)).toEqual([]);
    expect(receivedLate('2026-10-15T17:00:00.000Z', undefined)).toEqual([]);
  });

  it('warns of one received a second later, by the calendar of Vietnam', () => {
    expect(receivedLate('2026-10-15T17:00:00.000Z', deadlineAt)).toEqual([
      expect.objectContaining({
        rule: 'RECEIVED_LATE',
        severity: 'warning',
        message_vi: expect.stringContaining('16/10/2026'),
        message_en: expect.stringContaining('2026-10-15'),
      }),
    ]);
  });
});
