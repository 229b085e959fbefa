import type { InBoth, Language } from '../language.ts';

/** What stands at the site's root in place of a page that the release shown there does not have. */
export const movedWords = {
  title: { vi: 'Trang của một đợt công bố khác', en: 'A page of another release' },
  told: {
    vi: 'Đợt công bố ở trang chủ không có trang này.',
    en: 'The release on the front page has no such page.',
  },
  lastIn: { vi: 'Bản gần nhất nằm trong đợt công bố', en: 'It was last part of release' },
  wayOn: { vi: 'Có thể xem:', en: 'To see instead:' },
  ranking: { vi: 'bảng xếp hạng hiện hành', en: 'the current ranking' },
  rounds: { vi: 'các đợt công bố', en: 'all releases' },
} satisfies Record<string, InBoth>;

/** What stands there for a unit that pages lead to before any release is out that it is in. */
export const awaitedTitle = (unitName: string, language: Language): string =>
  language === 'vi' ? `${unitName}: chưa có đợt công bố` : `${unitName}: no release yet`;

export const awaitedTold = (unitName: string, language: Language): string =>
  language === 'vi'
    ? `Trang chủ chưa có đợt công bố nào có trang của ${unitName}.`
    : `No release on the front page has had a page of ${unitName} yet.`;
