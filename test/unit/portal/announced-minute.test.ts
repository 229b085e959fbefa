import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Checklist } from '../../../functions/publish-release/read-checklist.ts';
import { timeLeft } from '../../../functions/serve-portal/client/parts/time-left.ts';
import { Announced } from '../../../functions/serve-portal/client/screens/ministry/announced.tsx';
import { MinuteField, minuteInVietnam } from '../../../functions/serve-portal/client/screens/ministry/minute-field.tsx';
import { Released } from '../../../functions/serve-portal/client/screens/ministry/released.tsx';
import { watchSeconds } from '../../../functions/serve-portal/client/screens/ministry/watch-seconds.ts';
import { closedWords } from '../../../functions/serve-portal/client/screens/officer/work-list.tsx';

const announcedAt = '2026-11-30T02:00:00.000Z';
const now = Date.parse('2026-12-01T01:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  vi.stubGlobal('sessionStorage', { getItem: () => null, removeItem: () => {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a person reads of it. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('what is left until a minute', () => {
  it.each([
    ['2026-12-03T04:30:00Z', 'còn 2 ngày 3 giờ'],
    ['2026-12-01T04:30:59Z', 'còn 3 giờ 30 phút'],
    ['2026-12-01T01:10:00Z', 'còn 10 phút'],
    ['2026-12-01T01:09:59Z', 'còn 9 phút 59 giây'],
    ['2026-12-01T01:00:00.001Z', 'còn 1 giây'],
  ])('of %s is %s', (at, told) => {
    expect(timeLeft(at, now)?.vi).toBe(told);
  });

  it('is nothing once it has come', () => {
    expect(timeLeft('2026-12-01T01:00:00Z', now)).toBeNull();
    expect(timeLeft('2026-11-30T00:00:00Z', now)).toBeNull();
  });
});

describe('the minute of a release', () => {
  it('is meant by the clock in Vietnam, whatever the browser adds to it', () => {
    expect(new Date(minuteInVietnam('2026-12-01T09:00')).toISOString()).toBe('2026-12-01T02:00:00.000Z');
    expect(minuteInVietnam('2026-12-01T09:00:00.000')).toBe('2026-12-01T09:00:00+07:00');
  });

  it('says beside the field what was understood, and that it is past', () => {
    const read = (minute: string) => textOf(renderToString(h(MinuteField, { minute, onInput: () => {} })));
    expect(read('2026-12-01T09:00')).toContain('Được hiểu là 09:00 ngày 01/12/2026, giờ Việt Nam, còn 1 giờ 0 phút.');
    expect(read('2026-12-01T07:59')).toContain('07:59 ngày 01/12/2026, giờ Việt Nam, đã qua.');
    expect(read('')).not.toContain('hiểu');
  });
});

describe('a release that is announced', () => {
  const announced = {
    ...{ run_id: 'a', release: 'dti/province34/2024/r1', public_at: '2026-12-01T02:00:00.000Z' },
    ...{ announced_at: '2026-11-30T02:00:00.000Z', withdrawable: true },
  };
  const read = (change: Partial<typeof announced> = {}, runId = 'a') =>
    textOf(renderToString(h(Announced, { announced: { ...announced, ...change }, runId, onWithdrawn: () => {} })));

  it('tells its minute in Vietnam, counts down, and is taken back by the two alone', () => {
    expect(read()).toContain('09:00 ngày 01/12/2026 (giờ Việt Nam), còn 1 giờ 0 phút');
    expect(read()).toContain('Lý do rút lại');
    expect(read({ withdrawable: false })).toMatch(/Chỉ người chạy tính điểm hoặc người đã ấn định/);
    expect(read({ withdrawable: false })).not.toContain('Lý do rút lại');
  });

  it('goes out once its minute has come: nothing is taken back any more', () => {
    const at = { public_at: '2026-12-01T01:00:00.000Z' };
    const due = read({ ...at, withdrawable: false });
    expect(due).toContain('Đang công bố');
    expect(due).not.toContain('Lý do rút lại');
    // A machine whose clock is ahead takes nothing from whoever may withdraw it.
    expect(read(at)).toContain('Lý do rút lại');
  });

  it('of another run is pointed to', () => {
    expect(read({}, 'b')).toMatch(/r1 năm 2024 của lần tính điểm khác đã được ấn định công bố lúc 09:00/);
  });
});

describe('a release that moves by itself', () => {
  const announcedFor = (public_at: string) => ({
    ...{ run_id: 'a', release: 'dti/province34/2024/r1', public_at, announced_at: announcedAt, withdrawable: true },
  });
  const looks = (one: Pick<Checklist, 'released' | 'published'>, announced: Checklist['announced'] = null) =>
    watchSeconds({ ...one, announced } as Checklist, now);

  it('is looked at each minute for as long as it waits, often around its minute and while it goes out, then no more', () => {
    const waits = { released: false, published: false };
    expect(looks(waits, announcedFor('2026-12-05T02:00:00.000Z'))).toBe(60);
    expect(looks(waits, announcedFor('2026-12-01T01:01:00.000Z'))).toBe(5);
    expect(looks(waits, announcedFor('2026-12-01T00:59:00.000Z'))).toBe(5);
    expect(looks({ released: true, published: false })).toBe(5);
    expect(looks({ released: true, published: true })).toBe(0);
    expect(looks(waits)).toBe(0);
  });
});

describe('a period that is closed', () => {
  it('tells a unit the minute of its release, once there is one', () => {
    expect(closedWords({ publicAt: null }).vi).toBe('đã đóng, chưa công bố');
    expect(closedWords({ publicAt: '2026-12-01T02:00:00Z' }).vi).toBe('đã đóng, công bố lúc 09:00 ngày 01/12/2026');
  });
});

describe('a release that is out', () => {
  const checklist = {
    ...{ run_id: 'a', release: 'dti/province34/2024/r1', released: true, published: true, releasable: false },
    ...{ released_at: announcedAt },
    ...{ page: 'https://dti.example/releases/dti/province34/2024/r1/', announced: null, conditions: [] },
  } satisfies Checklist;
  const shown = (change: Partial<Checklist> = {}, made: object | null = null) =>
    renderToString(
      h(Released, { checklist: { ...checklist, ...change }, made } as unknown as Parameters<typeof Released>[0]),
    );

  it('is led to at its address, and not before all of it stands there', () => {
    expect(textOf(shown())).toContain('đã công bố. 09:00 ngày 30/11/2026');
    expect(shown()).toContain(`href="${checklist.page}ranking.xlsx"`);
    expect(shown({ published: false })).not.toContain('href="https://');
    expect(textOf(shown({ published: false }))).toContain('các trang đang được đưa lên');
  });

  it('tells the later of two that somebody else had decided it', () => {
    const made = { manifest_sha256: 'ab', not_counted: [] };
    expect(textOf(shown({}, { ...made, decided_by_caller: false }))).toContain('Người công bố khác đã quyết định');
    expect(textOf(shown({}, { ...made, decided_by_caller: true }))).not.toContain('Người công bố khác');
  });
});
