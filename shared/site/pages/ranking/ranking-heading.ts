import { formatListEn } from '../../../format/format-list.ts';
import type { ScoreboardMeasure, ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import type { Language } from '../../language.ts';
import { homeMeasure } from '../../page-list.ts';
import type { Region } from '../../regions.ts';
import { regionName } from '../../words/region-words.ts';
import { decimal, groupName, measureName, periodName, summary, title } from '../../words/scoreboard-words.ts';
import { rankOf } from '../../words/unit-words.ts';
import { leadersOf, measureSentence } from './measure-sentence.ts';

/** What a page of the table shows: how it is ordered, and which part of it. */
export interface RankingChoice {
  measure: ScoreboardMeasure;
  order: 'value' | 'name';
  region: Region | null;
}

export const isHomeChoice = (scoreboard: ShownScoreboard, { measure, order, region }: RankingChoice): boolean =>
  measure.measure === homeMeasure(scoreboard) && order === 'value' && region === null;

export function rankingHeading(scoreboard: ShownScoreboard, choice: RankingChoice, language: Language): string {
  const { measure, order, region } = choice;
  const group = groupName(scoreboard, language);
  const ranking = title(scoreboard, language);
  if (region) return `${ranking}: ${ofRegion(region, group, language)}`;
  if (order === 'name') return `${ranking}${language === 'vi' ? ' theo tên đơn vị' : ' by name'}: ${group}`;
  if (isHomeChoice(scoreboard, choice)) return `${ranking}: ${group}`;
  const name = measureName(measure, language);
  const period = periodName(scoreboard.period, language);
  return language === 'vi' ? `Xếp hạng theo ${name} ${period}: ${group}` : `Ranking by ${name} ${period}: ${group}`;
}

const ofRegion = ({ name_vi, units }: Region, group: string, language: Language): string =>
  `${regionName(name_vi, language)} (${units.length} ${language === 'vi' ? 'trong' : 'of'} ${group})`;

/** In one sentence that can be quoted. */
export function rankingSentence(scoreboard: ShownScoreboard, choice: RankingChoice, language: Language): string {
  const { measure, order, region } = choice;
  if (region) return regionSentence(scoreboard, measure, region, language);
  return order === 'name' || isHomeChoice(scoreboard, choice)
    ? summary(scoreboard, language)
    : measureSentence(scoreboard, measure, language);
}

/** Ranks stay those of the whole group: one within a region would be another number of the same name. */
function regionSentence(
  scoreboard: ShownScoreboard,
  { measure }: ScoreboardMeasure,
  { name_vi, units }: Region,
  language: Language,
): string {
  const name = regionName(name_vi, language);
  const best = leadersOf({ units }, measure);
  if (best.length === 0) return language === 'vi' ? `${name}: chưa có số liệu.` : `${name}: no data.`;
  const { value, rank } = best[0]!.scores[measure]!;
  const place = rankOf(rank, scoreboard.ranked_count, language);
  const names = best.map(unitLabel);
  const shown = decimal(value, language);
  if (language === 'en')
    return `${name}: highest is ${formatListEn(names)}, ${rank === null ? place : `rank ${place}`}, with ${shown}.`;
  return `${name}: cao nhất là ${names.join(', ')}, ${rank === null ? place : `hạng ${place}`}, giá trị ${shown}.`;
}
