import { describe, expect, it } from 'vitest';
import { type Notice, ownerNotices, unitNotices } from '../../../shared/notices/notice.ts';
import { writeMail } from '../../../shared/notices/write-mail.ts';

const about = {
  ...{ receipt: 3, deadline: '2026-10-15', until: '2026-10-20', day: '2026-10-09', number: 4, attempt: 1 },
  ...{
    public_at: '2026-12-01T02:00:00.000Z',
    release: 'dti/province34/2024/r2',
    run_id: 'b'.repeat(32),
    unit_id: 'P04-2025',
  },
};
const facts = {
  ...{ errors: 2, warnings: 1, indicators: 5, state: 'missing', corrects: 'dti/province34/2024/r1' },
  ...{ units: 34, missing: 3, rejected: 1, accepted: 20, certified: 10 },
};
const mailOf = (kind: Notice['kind'], more: Partial<Notice> = {}) =>
  writeMail(
    {
      kind,
      group: 'province34',
      period: '2026-Q3',
      to: 'P04-2025',
      about,
      facts,
      at: '2026-10-09T00:00:00.000Z',
      ...more,
    },
    'https://portal.example.vn',
    new Date('2026-10-12T01:00:00.000Z'),
  );

describe('mails', () => {
  it.each([...unitNotices, ...ownerNotices])(
    'of kind %s say who, which period, what and where, and leave nothing open',
    (kind) => {
      const { subject, text } = mailOf(kind);
      expect(subject).toMatch(/^\[DTI\] Quý III\/2026: \p{Lu}/u);
      expect(subject.length).toBeLessThan(120);
      expect(text).toContain('Kính gửi: Cao Bằng\n');
      expect(text).toContain('Kỳ: Quý III/2026 · 34 tỉnh, thành phố');
      expect(text).toContain('\nXem trên cổng: https://portal.example.vn/portal/\n');
      expect(text).toContain('\nEnglish: ');
      expect(`${subject}${text}`).not.toMatch(/undefined|NaN|null|\[object|Invalid|\d,\d{2}/);
      expect(text.normalize('NFC')).toBe(text);
    },
  );

  it('count the days that are left when they are sent', () => {
    expect(mailOf('reminder').subject).toContain('Hạn gửi ngày 15/10/2026, còn 3 ngày');
    const today = { ...about, deadline: '2026-10-12' };
    expect(mailOf('reminder', { about: today }).subject).toContain('hôm nay là ngày cuối');
  });

  it.each([
    ['missing', 'chưa lấy biểu mẫu'],
    ['opened', 'đã lấy biểu mẫu'],
    ['rejected', 'bị từ chối'],
    ['accepted', 'chưa xác nhận'],
  ])('say of state %s what is missing', (state, words) => {
    expect(mailOf('reminder', { facts: { state } }).text).toContain(words);
  });

  it('tell the minute of a release by the clock in Vietnam, and a release by its number', () => {
    expect(mailOf('announced').subject).toMatch(/sẽ được công bố lúc 09:00 ngày 01\/12\/2026$/);
    expect(mailOf('superseded').text).toContain('Đợt r1 được thay thế bằng đợt r2;');
    expect(mailOf('released').text).toContain('(đợt r2)');
  });

  it('say nothing of what need not be looked at', () => {
    expect(mailOf('accepted').text).toContain('có 1 nội dung cần rà soát');
    expect(mailOf('accepted', { facts: { warnings: 0 } }).text).not.toContain('rà soát');
  });
});
