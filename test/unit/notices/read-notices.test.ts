import { describe, expect, it } from 'vitest';
import { readNotices } from '../../../functions/read-notices/read-notices.ts';
import type { Notice } from '../../../shared/notices/notice.ts';
import { writeNotices } from '../../../shared/notices/outbox.ts';
import { callerWith } from '../../support/callers.ts';
import { officer } from '../../support/intake.ts';
import { openNotices } from '../../support/notices.ts';

const round = { group: 'province34', period: '2024' };
const now = () => new Date('2026-10-09T03:00:00.000Z');
const accepted = (to: string, receipt: number): Notice => ({
  ...{ kind: 'accepted', ...round, to, about: { receipt }, facts: { warnings: 0 } },
  at: new Date(Date.UTC(2026, 9, 5, 0, receipt)).toISOString(),
});

async function openList(notices: Notice[]) {
  const deps = await openNotices(now);
  await writeNotices(notices, deps);
  return deps;
}

describe('readNotices', () => {
  it('lists what was told to whom and what became of it, newest first within a unit', async () => {
    const deps = await openList([accepted('P04-2025', 1), accepted('P04-2025', 2), accepted('P01-2025', 1)]);
    const { notices, next } = await readNotices(round, callerWith(), deps);
    expect(next).toBeNull();
    expect(notices.map(({ unit_name_vi, subject_vi, state }) => [unit_name_vi, subject_vi, state])).toEqual([
      ['Hà Nội', 'Lần gửi 1 đã được tiếp nhận', 'waiting'],
      ['Cao Bằng', 'Lần gửi 2 đã được tiếp nhận', 'waiting'],
      ['Cao Bằng', 'Lần gửi 1 đã được tiếp nhận', 'waiting'],
    ]);
  });

  it('shows a unit its own and nobody else’s', async () => {
    const deps = await openList([accepted('P04-2025', 1), accepted('P01-2025', 1)]);
    const own = await readNotices(round, officer(), deps);
    expect(own.notices.map(({ unit_id }) => unit_id)).toEqual(['P04-2025']);
    const stranger = readNotices({ ...round, unit_id: 'P01-2025' }, officer(), deps);
    await expect(stranger).rejects.toMatchObject({ code: 'foreign-unit' });
    await expect(readNotices(round, callerWith({ role: 'appraiser' }), deps)).rejects.toMatchObject({
      code: 'role-refused',
    });
  });

  it('gives pages, and takes no place in the list but one that it gave', async () => {
    const many = Array.from({ length: 250 }, (_, index) => accepted('P04-2025', index + 1));
    const deps = await openList(many);
    const first = await readNotices(round, callerWith(), deps);
    const second = await readNotices({ ...round, cursor: first.next! }, callerWith(), deps);
    expect([first.notices.length, second.notices.length, second.next]).toEqual([200, 50, null]);
    const both = new Set([...first.notices, ...second.notices].map(({ notice }) => notice));
    expect(both.size).toBe(250);
    for (const cursor of ['x', `P01-2025#${'a'.repeat(64)}#`, `P01-2025#${'a'.repeat(64)}`]) {
      const page = readNotices({ ...round, unit_id: 'P04-2025', cursor }, callerWith(), deps);
      await expect(page).rejects.toMatchObject({ status: 400, code: 'cursor-invalid' });
    }
  });
});
