import { describe, expect, it } from 'vitest';
import { earlierDecision, undoing } from '../../../functions/serve-portal/client/screens/appraisal/earlier-decision.ts';

const made = (number: number, points: string | null, reason = '') => ({
  ...{ number, points, reason, self_points: '20.5', at: '2026-10-05T00:00:00.000Z' },
  ...{ decided_by: null, decided_as: 'appraiser' },
});
const rowOf = (...history: ReturnType<typeof made>[]) => {
  const last = history.at(-1);
  const decision = last && last.points !== null ? { ...last, points: last.points } : null;
  return { indicator: 'plan', self_points: '20.5', decision, history } as Parameters<typeof undoing>[0];
};

describe('undoing a decision', () => {
  it('brings back the one before, with its reason', () => {
    expect(undoing(rowOf(made(3, '5', 'Muộn'), made(4, '0', 'Không có')))).toEqual({
      ...{ decision: 'points', indicator: 'plan', points: '5', reason_vi: 'Muộn' },
    });
    expect(undoing(rowOf(made(3, '20.5'), made(4, '0', 'Không có')))).toEqual({ decision: 'keep', indicator: 'plan' });
  });

  it('takes back the first, and one that follows a taking back', () => {
    const withdraw = { decision: 'withdraw', indicator: 'plan' };
    expect(undoing(rowOf(made(3, '5', 'Muộn')))).toEqual(withdraw);
    expect(undoing(rowOf(made(3, '5', 'Muộn'), made(4, null), made(5, '1', 'Ít')))).toEqual(withdraw);
    expect(earlierDecision(rowOf())).toBeNull();
  });
});
