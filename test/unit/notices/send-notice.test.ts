import { describe, expect, it } from 'vitest';
import { sendNotice } from '../../../functions/send-notice/send-notice.ts';
import { outboxKey } from '../../../shared/lake/keys.ts';
import { keepContacts } from '../../../shared/notices/contacts.ts';
import { hashOfNotice, type Notice } from '../../../shared/notices/notice.ts';
import { readNoticePage } from '../../../shared/notices/notice-list.ts';
import { writeNotice, writeNotices } from '../../../shared/notices/outbox.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { type NoticeRound, openNotices } from '../../support/notices.ts';

const round = { group: 'province34', period: '2024' };
const now = () => new Date('2026-10-09T03:00:00.000Z');
const rejected: Notice = {
  ...{ kind: 'rejected' as const, ...round, to: 'P04-2025', at: '2026-10-09T02:00:00.000Z' },
  ...{ about: { receipt: 3 }, facts: { errors: 2 } },
};
const name = (notices: NoticeRound, to: string, ...addresses: string[]) =>
  keepContacts(notices.table, to, { addresses, changed_at: now().toISOString(), changed_by: 'p-an' });
const listed = async ({ table }: NoticeRound, to?: string) => (await readNoticePage(table, round, { to })).items;

describe('sendNotice', () => {
  it('writes to whom the unit has named, in Vietnamese, with a link and nothing that must not stand in a mail', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P04-2025', 'an@caobang.example.vn', 'binh@caobang.example.vn');
    expect(await writeNotice(rejected, notices)).toBe(true);
    expect(await listed(notices)).toMatchObject([{ state: 'waiting', state_at: null, addresses: [] }]);
    await notices.deliver();
    const [mail, ...others] = await notices.mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      notice: hashOfNotice(rejected),
      from: 'dti@localhost.invalid',
      to: ['an@caobang.example.vn', 'binh@caobang.example.vn'],
      subject: '[DTI] năm 2024: Lần gửi 3 bị từ chối, có 2 lỗi cần sửa',
    });
    expect(mail!.text).toContain('Kính gửi: Cao Bằng');
    expect(mail!.text).toContain('https://portal.example.vn/portal/');
    expect(await listed(notices)).toMatchObject([{ state: 'sent', state_at: '2026-10-09T03:00:00.000Z' }]);
  });

  it('lays out and sends a notice once, however often it is written or delivered', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P04-2025', 'an@caobang.example.vn');
    await writeNotice(rejected, notices);
    expect(await writeNotice({ ...rejected, facts: { errors: 9 } }, notices)).toBe(false);
    const [key, ...others] = notices.laidOut();
    expect(others).toEqual([]);
    await sendNotice(key!, notices);
    await sendNotice(key!, { ...notices, sendMail: () => Promise.reject(new Error('sent twice')) });
  });

  it('goes out again when it was cut off before it was marked, under the same name', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P04-2025', 'an@caobang.example.vn');
    await writeNotice(rejected, notices);
    const [key] = notices.laidOut();
    const table = { ...notices.table, name: 'gone' };
    await expect(sendNotice(key!, { ...notices, table })).rejects.toThrow();
    await sendNotice(key!, notices);
    expect(await notices.mails()).toHaveLength(1);
  });

  it('stays waiting while the mail service refuses, so that the queue tries again and then rings', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P04-2025', 'an@caobang.example.vn');
    await writeNotice(rejected, notices);
    const sendMail = () => Promise.reject(new Error('TooManyRequestsException'));
    await expect(sendNotice(outboxKey(hashOfNotice(rejected)), { ...notices, sendMail })).rejects.toThrow('TooMany');
    expect(await listed(notices)).toMatchObject([{ state: 'waiting' }]);
  });

  it('says so where nobody is named, because a unit that hears nothing must be seen', async () => {
    const notices = await openNotices(now);
    await writeNotice(rejected, notices);
    await notices.deliver();
    expect(await notices.mails()).toEqual([]);
    expect(await listed(notices, 'P04-2025')).toMatchObject([{ state: 'no-address', addresses: [] }]);
  });

  it('becomes one for each unit where it is for all', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P01-2025', 'chi@hanoi.example.vn');
    const about = { release: 'dti/province34/2024/r1' };
    const released = { ...rejected, kind: 'released' as const, to: 'every-unit', about };
    await writeNotice(released, notices);
    await notices.deliver();
    expect((await notices.mails()).map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: ['chi@hanoi.example.vn'], subject: '[DTI] năm 2024: Kết quả đã công bố' },
    ]);
    const items = await listed(notices);
    expect(items).toHaveLength(1 + membersOf('province34', '2024').length);
    expect(items.find(({ to }) => to === 'every-unit')).toMatchObject({ state: 'spread' });
  });

  it('reminds nobody of a day that is past, after a queue stood still', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P04-2025', 'an@caobang.example.vn');
    const about = { deadline: '2026-10-08', days_before: 1 };
    await writeNotice({ ...rejected, kind: 'reminder', about, facts: { state: 'missing' } }, notices);
    await notices.deliver();
    expect(await notices.mails()).toEqual([]);
    expect(await listed(notices)).toMatchObject([{ state: 'outdated' }]);
  });

  it('tells nobody of a minute that is past', async () => {
    const notices = await openNotices(now);
    await name(notices, 'P04-2025', 'an@caobang.example.vn');
    const about = { public_at: now().toISOString(), number: 7 };
    await writeNotice({ ...rejected, kind: 'announced', about, facts: {} }, notices);
    await notices.deliver();
    expect(await notices.mails()).toEqual([]);
    expect(await listed(notices)).toMatchObject([{ state: 'outdated' }]);
  });

  it('tells nobody of a minute that was withdrawn meanwhile, in whatever order the two are delivered', async () => {
    const notices = await openNotices(now);
    for (const to of ['P01-2025', 'ministry']) await name(notices, to, 'an@example.vn');
    const public_at = '2026-12-01T02:00:00.000Z';
    const told = { ...rejected, facts: { public_at } };
    const announcedTo = (to: string, number: number): Notice => {
      return { ...told, kind: 'announced', to, about: { public_at, number } };
    };
    const withdrawnTo = (to: string): Notice => ({ ...told, kind: 'announcement-withdrawn', to, about: { number: 7 } });
    // P01 has its own already, of those that every unit got one of.
    const taken = [announcedTo('ministry', 7), announcedTo('P01-2025', 7), announcedTo('every-unit', 7)];
    await writeNotices([...taken, withdrawnTo('ministry'), announcedTo('ministry', 9)], notices);
    const keys = notices.laidOut();
    await writeNotice(withdrawnTo('every-unit'), notices);
    for (const key of keys.toReversed()) await sendNotice(key, notices);
    expect((await notices.mails()).map(({ subject }) => subject).sort()).toEqual([
      '[DTI] năm 2024: Kết quả sẽ được công bố lúc 09:00 ngày 01/12/2026',
      '[DTI] năm 2024: Thời điểm công bố kết quả, 09:00 ngày 01/12/2026, đã được rút lại',
    ]);
    const outdated = (await listed(notices)).filter(({ state }) => state === 'outdated');
    expect(outdated.map(({ notice }) => notice).sort()).toEqual(taken.map(hashOfNotice).sort());
  });

  it('stops at what is no notice, or is gone', async () => {
    const notices = await openNotices(now);
    await expect(sendNotice('outbox/x.json', notices)).rejects.toMatchObject({ code: 'OUTBOX_KEY_UNKNOWN' });
    await expect(sendNotice(outboxKey('a'.repeat(64)), notices)).rejects.toMatchObject({ code: 'NOTICE_GONE' });
  });
});
