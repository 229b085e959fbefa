import { dayInVietnam, minuteInVietnam } from '../../format/format-date.ts';
import type { Upcoming } from '../../open-data/calendar.ts';
import { withoutDates } from '../../release/release-name.ts';
import { groupNameEn, groupNameVi } from '../../units/names.ts';
import type { InBoth, Language } from '../language.ts';
import { periodName, unbroken } from './scoreboard-words.ts';

export const roundsWords = {
  title: { vi: 'Các đợt công bố', en: 'Releases' },
  lead: {
    vi: 'Mọi đợt đã công bố, mới nhất trước. Đợt đã được thay vẫn giữ nguyên ở địa chỉ của nó.',
    en: 'Everything that was released, newest first. A release whose place another took stays at its address.',
  },
  groups: { vi: 'Nhóm đơn vị', en: 'Groups of units' },
  calendar: { vi: 'Lịch công bố', en: 'Release calendar' },
  current: { vi: 'hiện hành', en: 'current' },
  illustrative: { vi: 'số liệu minh họa', en: 'illustrative' },
  elsewhere: {
    vi: 'số liệu đã công bố nơi khác, không tính lại được',
    en: 'published elsewhere, cannot be recomputed',
  },
  reason: { vi: 'Lý do đính chính', en: 'Reason for correction' },
  news: { vi: 'Theo dõi bằng Atom', en: 'Follow by Atom' },
  home: { vi: 'Bảng xếp hạng hiện hành', en: 'Current ranking' },
} satisfies Record<string, InBoth>;

export const publishedOn = (day: string, elsewhere: boolean, language: Language): string => {
  if (language === 'vi') return elsewhere ? `đưa vào ngày\u00A0${day}` : `công bố ngày\u00A0${day}`;
  return elsewhere ? `taken over on ${day}` : `published on ${day}`;
};

export const countsOf = (units: number, ranked: number, language: Language): string => {
  if (language === 'vi')
    return ranked > 0 ? `${units} đơn vị, ${ranked} được xếp hạng` : `${units} đơn vị, không xếp hạng`;
  return ranked > 0 ? `${units} units, ${ranked} ranked` : `${units} units, not ranked`;
};

export const supersededBy = (number: string, language: Language): string =>
  language === 'vi' ? `đã được thay bằng ${number}` : `superseded by ${number}`;

export const correctionOf = (number: string, language: Language): string =>
  language === 'vi' ? `đính chính ${number}` : `corrects ${number}`;

/** What of an announcement the public is told, around its minute; said so that it is true when that is past, too. */
export const announcedFor = (
  upcoming: Upcoming,
  language: Language,
): [before: string, minute: string, after: string] => {
  const { group, period, public_at } = upcoming;
  const minute = unbroken(minuteInVietnam(public_at));
  if (language === 'vi') {
    const of = `Kết quả ${periodName(period, 'vi')} của ${withoutDates(groupNameVi(group))}`;
    return [`${of}: ấn định công bố lúc `, minute, ', giờ Việt Nam'];
  }
  const of = `${period} results of ${withoutDates(groupNameEn(group))}`;
  return [`${of}: announced for `, `${minute.slice(0, 5)} on ${dayInVietnam(public_at)}`, ', Vietnam time'];
};

/** What exists in one sentence. Names of groups have commas of their own: beyond one they are counted, and head the lists below. */
export const inAll = (releases: number, groups: string[], language: Language): string => {
  const [one] = groups;
  if (language === 'vi') return `${releases} đợt của ${groups.length === 1 ? one : `${groups.length} nhóm đơn vị`}.`;
  const of = groups.length === 1 ? one : `${groups.length} groups of units`;
  return `${releases} ${releases === 1 ? 'release' : 'releases'} of ${of}.`;
};
