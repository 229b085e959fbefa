import type { Changes } from '../../release/changes/changes.ts';
import type { ScoreboardMeasure, ShownScoreboard } from '../../scoring/scoreboard.ts';
import type { InBoth, Language } from '../language.ts';
import { groupName, measureName, periodName, releaseLabel, unbroken } from './scoreboard-words.ts';

export const changesWords = {
  title: { vi: 'Thay đổi thứ hạng', en: 'Change of rank' },
  none: { vi: 'Chưa có đợt công bố so sánh được.', en: 'No comparable release yet.' },
  otherReleases: { vi: 'Kết quả của các kỳ khác có ở', en: 'Results of other periods stand under' },
  overPeriods: { vi: 'Giá trị của từng đơn vị qua các kỳ', en: 'Values of each unit over the periods' },
  overPeriodsNote: {
    vi: 'Kể cả trước khi sắp xếp; chỗ nào không so sánh được thì biểu đồ ngắt và nêu lý do.',
    en: 'Before mergers too; where values may not be compared the chart breaks off and says why.',
  },
  rule: {
    vi: 'Chỉ so với đợt công bố gần nhất của cùng nhóm đơn vị, theo cùng bộ chỉ số hoặc bộ chỉ số được công bố là so sánh được; thứ hạng của hai nhóm khác nhau không so với nhau.',
    en: 'Compared only with the last release of the same group of units, by the same framework or one declared comparable; ranks of two groups are never compared.',
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  change: { vi: 'Thay đổi', en: 'Change' },
  value: { vi: 'Giá trị và thay đổi', en: 'Value and change' },
} satisfies Record<string, InBoth>;

/** `Hạng năm 2024`. */
export const rankIn = (period: string, language: Language): string =>
  language === 'vi' ? unbroken(`Hạng ${periodName(period, 'vi')}`) : `Rank in ${period}`;

/** `Thay đổi thứ hạng quý III/2026 so với quý II/2026: 34 tỉnh, thành phố`. */
export function changesHeading(scoreboard: ShownScoreboard, changes: Changes | null, language: Language): string {
  const period = periodName(scoreboard.period, language);
  const since = changes ? sincePeriod(changes, language) : '';
  return unbroken(`${changesWords.title[language]} ${period}${since}: ${groupName(scoreboard, language)}`);
}

const sincePeriod = ({ against }: Changes, language: Language): string =>
  `${language === 'vi' ? ' so với' : ' against'} ${periodName(against.period, language)}`;

/** What is compared with what, of how many. */
export function changesCaption(
  scoreboard: ShownScoreboard,
  { against }: Changes,
  total: ScoreboardMeasure,
  language: Language,
): string {
  const [now, before] = [scoreboard.release, against.release].map((release) => releaseLabel(release, language));
  const by = measureName(total, language);
  const group = groupName(scoreboard, language);
  return language === 'vi'
    ? `Thứ hạng theo ${by}, ${group}: đợt ${before} và đợt ${now}, từ tăng nhiều nhất đến giảm nhiều nhất`
    : `Rank by ${by}, ${group}: ${before} and ${now}, from most places up to most places down`;
}
