import { formatList, formatListEn } from '../../../format/format-list.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import type { Language } from '../../language.ts';
import { isMaximum } from '../../words/main-index-words.ts';
import { average, decimal, measureName } from '../../words/scoreboard-words.ts';

/** More names than this say less than their number. */
const mostNamed = 3;

/** Who is first by one measure, with how much, against which mean; at a ceiling how many. */
export function measureSentence(scoreboard: ShownScoreboard, measure: ScoreboardMeasure, language: Language): string {
  const best = leadersOf(scoreboard, measure.measure);
  if (best.length === 0) return average(measure, language);
  const greatest = best[0]!.scores[measure.measure]!.value;
  const value = decimal(greatest, language);
  const isCeiling = best.length > 1 && isMaximum(greatest);
  const name = measureName(measure, language);
  return language === 'vi'
    ? `${leadVi(best)}${isCeiling ? ' (đạt tối đa)' : ''} về ${name}, giá trị ${value}; ${average(measure, 'vi')}.`
    : `${leadEn(best)}${isCeiling ? ' (at the maximum)' : ''} in ${name} with ${value}; ${average(measure, 'en')}.`;
}

/** Those with the greatest value: text of equal decimals compares as the numbers do. */
export function leadersOf({ units }: Pick<ShownScoreboard, 'units'>, measure: string): ShownUnit[] {
  const values = units.flatMap(({ scores }) => scores[measure]?.value ?? []);
  const greatest = values.reduce((a, b) => (b > a ? b : a), '');
  return units.filter(({ scores }) => scores[measure]?.value === greatest);
}

const namesOf = (units: ShownUnit[]): string[] => units.map(unitLabel);

function leadVi(best: ShownUnit[]): string {
  if (best.length === 1) return `${namesOf(best)[0]} dẫn đầu`;
  return best.length > mostNamed ? `${best.length} đơn vị đồng hạng 1` : `${formatList(namesOf(best))} đồng hạng 1`;
}

function leadEn(best: ShownUnit[]): string {
  if (best.length === 1) return `${namesOf(best)[0]} is first`;
  return best.length > mostNamed
    ? `${best.length} units share first place`
    : `${formatListEn(namesOf(best))} share first place`;
}
