import { describe, expect, it } from 'vitest';
import { receivedAfterClosing, receivedLate } from '../../../../shared/submission/rules/received-late.ts';
import { timeFindings } from '../../../../shared/submission/time-findings.ts';
import { periodStateOf } from '../../../support/period-state.ts';

const deadlineAt = '2026-10-15T17:00:00.000Z';
const rulesAt = (at: string, state = periodStateOf({ deadline_at: deadlineAt })) =>
  timeFindings(at, state, 'P04-2025').map(({ rule }) => rule);

describe('RECEIVED_LATE', () => {
  it('is told from the first second after the day in Vietnam, and never where there is no deadline', () => {
    expect(rulesAt('2026-10-15T16:59:59.000Z')).toEqual([]);
    expect(rulesAt('2026-10-15T17:00:00.000Z')).toEqual(['RECEIVED_LATE']);
    expect(rulesAt('2026-10-15T17:00:00.000Z', periodStateOf())).toEqual([]);
  });

  it('warns with both days by the calendar of Vietnam', () => {
    expect(receivedLate('2026-10-15T17:00:00.000Z', deadlineAt)).toMatchObject({
      rule: 'RECEIVED_LATE',
      severity: 'warning',
      message_vi: expect.stringContaining('16/10/2026'),
      message_en: expect.stringContaining('2026-10-15'),
    });
  });
});

describe('RECEIVED_AFTER_CLOSING', () => {
  const closed = periodStateOf({}, '2026-10-16T02:00:00.000Z');

  it('is told of what came at the closing or after it', () => {
    expect(rulesAt('2026-10-16T01:59:59.000Z', closed)).toEqual([]);
    expect(rulesAt('2026-10-16T02:00:00.000Z', closed)).toEqual(['RECEIVED_AFTER_CLOSING']);
  });

  it('warns with the day in Vietnam, and says that it does not count', () => {
    expect(receivedAfterClosing('2026-10-15T17:00:00.000Z')).toMatchObject({
      rule: 'RECEIVED_AFTER_CLOSING',
      severity: 'warning',
      message_vi: expect.stringMatching(/16\/10\/2026.*chưa được tính/),
      message_en: expect.stringContaining('2026-10-16'),
    });
  });
});
