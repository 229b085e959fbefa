import { formatDate } from '../../format/format-date.ts';
import { formatDecimal } from '../../format/format-decimal.ts';
import { formatListEn } from '../../format/format-list.ts';
import { parsePeriod, periodVi } from '../../periods/period.ts';
import { averageVi } from '../../release/measure-words.ts';
import { publishedNoticeEn } from '../../release/published/published-words.ts';
import { mainIndices, missingUnits, scoredUnits, totalMeasure } from '../../release/read-scoreboard.ts';
import { withoutDates } from '../../release/release-name.ts';
import {
  countsVi,
  frameworkTitleVi,
  frameworkVi,
  groupVi,
  noticesVi,
  releaseVi,
  summaryVi,
  titleVi,
} from '../../release/scoreboard-words.ts';
import type { ScoreboardMeasure, ShownScoreboard } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import type { Language } from '../language.ts';

/**
 * What is said of a release, in the reader's language. Vietnamese is that of reports and messages; English says the same
 * figures. Names of units and titles of decisions stay as they are in law.
 */
export const groupName = (scoreboard: ShownScoreboard, language: Language): string =>
  language === 'vi' ? unbroken(groupVi(scoreboard)) : withoutDates(scoreboard.group_name_en);

export const measureName = (measure: Pick<ScoreboardMeasure, 'name_vi' | 'name_en'>, language: Language): string =>
  language === 'vi' ? measure.name_vi : measure.name_en;

/** `năm 2024`, `quý III/2026`; `2024`, `2026-Q3`. */
export const periodName = (period: string, language: Language): string =>
  language === 'vi' ? unbroken(periodVi(parsePeriod(period))) : period;

/** A number stays on the line of the words that say what it is. */
export const unbroken = (text: string): string =>
  text.replace(/([Qq]uý|năm|giá trị|của|là|QĐ|ngày|hạng) (?=[\dIV])/g, (words) => words.replaceAll(' ', '\u00A0'));

/** `r1 năm 2024`; `r1 of 2024`. */
export function releaseLabel(release: string, language: Language): string {
  const [, , period = '', number = ''] = release.split('/');
  if (number === 'published')
    return language === 'vi' ? `số liệu đã công bố ${periodName(period, 'vi')}` : `figures published for ${period}`;
  return language === 'vi' ? `${number} ${periodName(period, 'vi')}` : `${number} of ${period}`;
}

/** A decimal as the language writes it. */
export const decimal = (text: string, language: Language): string =>
  language === 'vi' ? formatDecimal(text) : text.replace(/^-/, '\u2212');

/** `+0,0123`, `−0,0123`, `0,0000`. */
export function signed(text: string, language: Language): string {
  const isRise = !text.startsWith('-') && /[1-9]/.test(text);
  return `${isRise ? '+' : ''}${decimal(text, language)}`;
}

export function title(scoreboard: ShownScoreboard, language: Language): string {
  if (language === 'vi') return unbroken(titleVi(scoreboard));
  if (scoreboard.ranked_count > 0) return `Digital transformation ranking ${scoreboard.period}`;
  return `Digital transformation results ${scoreboard.period}`;
}

/** Of the release in one sentence that can be quoted. */
export function summary(scoreboard: ShownScoreboard, language: Language): string {
  if (language === 'vi') return unbroken(summaryVi(scoreboard));
  const scored = scoredUnits(scoreboard).length;
  const total = totalMeasure(scoreboard);
  if (scored === 0) return `None of the ${scoreboard.unit_count} units has submitted figures for ${scoreboard.period}.`;
  if (total === null)
    return `This release publishes ${mainIndices(scoreboard).length} main indices of ${scored} units, without a total and without ranks.`;
  const average = averageEn(total);
  if (scoreboard.ranked_count === 0)
    return `${scored} units have results for ${scoreboard.period}, ${average}; nobody is ranked.`;
  const leaders = scoreboard.units.filter(({ rank }) => rank === 1);
  const names = formatListEn(leaders.map(unitLabel));
  const value = leaders[0]!.scores[total.measure]!.value;
  const leads = leaders.length === 1 ? 'leads' : 'share first place among';
  return `${names} ${leads} ${scoreboard.ranked_count} ranked units in ${scoreboard.period} with ${value}; ${average}.`;
}

export const average = (measure: ScoreboardMeasure, language: Language): string =>
  language === 'vi' ? unbroken(averageVi(measure)) : averageEn(measure);

const averageEn = ({ average, average_units }: ScoreboardMeasure): string =>
  average === null ? 'no mean yet' : `the mean of ${average_units} units is ${average}`;

/** `34 đơn vị, 33 được xếp hạng, 1 chưa nộp số liệu`. */
export function counts(scoreboard: ShownScoreboard, language: Language): string {
  if (language === 'vi') return countsVi(scoreboard);
  const missing = missingUnits(scoreboard).length;
  const ranked = scoreboard.ranked_count > 0 ? `, ${scoreboard.ranked_count} ranked` : '';
  return `${scoreboard.unit_count} units${ranked}${missing > 0 ? `, ${missing} not submitted` : ''}`;
}

/** What must be known before the first figure; usually nothing. */
export function notices(scoreboard: ShownScoreboard, language: Language): string[] {
  if (language === 'vi') return noticesVi(scoreboard);
  const { framework, units, source } = scoreboard;
  const carried = units.filter((unit) => unit.carried !== undefined);
  const periods = [...new Set(carried.flatMap((unit) => Object.keys(unit.carried!)))].sort();
  return [
    ...(source ? [publishedNoticeEn] : []),
    ...(framework.illustrative ? ['Illustrative figures, not an official result.'] : []),
    ...(carried.length > 0
      ? [
          `Results of ${carried.length} units include figures carried forward from ${formatListEn(periods)}, of indicators not collected in this period.`,
        ]
      : []),
  ];
}

/** Title and number of the decision, as in law; its English title where the framework gives one is not a legal name. */
export const frameworkName = (scoreboard: ShownScoreboard, language: Language): string =>
  language === 'vi'
    ? frameworkVi(scoreboard)
    : `${frameworkTitleVi(scoreboard.framework)}, version ${scoreboard.framework.version}`;

/** `Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố`, at the beginning of a sentence. */
export function releaseSentence(scoreboard: ShownScoreboard, language: Language): string {
  const named = releaseOf(scoreboard, language);
  if (scoreboard.source) return `${named[0]!.toUpperCase()}${named.slice(1)}`;
  return `${language === 'vi' ? 'Đợt công bố' : 'Release'} ${named}`;
}

/** A day as the language writes it: `21/10/2025`, `2025-10-21`, for nobody in English knows which of 3/11 is the month. */
export const dayOf = (isoDay: string, language: Language): string => (language === 'vi' ? formatDate(isoDay) : isoDay);

export const releaseOf = (scoreboard: ShownScoreboard, language: Language): string =>
  language === 'vi'
    ? releaseVi(scoreboard)
    : `${releaseLabel(scoreboard.release, 'en')}, ${groupName(scoreboard, 'en')}`;
