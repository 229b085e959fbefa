import { describe, expect, it } from 'vitest';
import { deadlineDay, endOfDayInVietnam } from '../../../shared/periods/deadline.ts';

describe('endOfDayInVietnam', () => {
  it('is midnight in Vietnam after the day, whatever the zone of the machine', () => {
    const end = endOfDayInVietnam('2026-10-15');
    expect(end).toBe('2026-10-15T17:00:00.000Z');
    const shown = new Date(end).toLocaleString('sv', { timeZone: 'Asia/Ho_Chi_Minh' });
    expect(shown).toBe('2026-10-16 00:00:00');
    expect(deadlineDay(end)).toBe('2026-10-15');
  });

  it.each(['2026-02-30', '15/10/2026', '2026-10-15T00:00:00Z', ''])('refuses %j, which is no day', (text) => {
    expect(() => endOfDayInVietnam(text)).toThrow('DAY_MALFORMED');
  });
});
