import Big from 'big.js';
import type { Unit } from '../../shared/units/unit.ts';
import { round2024 } from '../rounds.ts';
import type { Draw } from './draw.ts';

/** Where a unit may stand in a main index, 0 to 1. */
export type LevelOf = (unit: Unit, mainIndex: string) => Big;

/**
 * Provinces stand near what was published of them for 2024, communes around their province. Of central bodies and of
 * the country nothing was published: theirs are drawn, or the country averages of the pillars.
 */
export function levelsOf(draw: Draw, period: string): LevelOf {
  const published = new Map(
    round2024('province34').rows.flatMap(({ unit, values }) =>
      values.map(({ indicator, value }) => [`${unit.unit_id}/${indicator}`, value] as const),
    ),
  );
  return (unit, mainIndex) => {
    const shift = (lowest: number, highest: number) =>
      Big(draw([unit.unit_id, mainIndex, period, 'shift'], lowest, highest)).div('10000');
    const known = (unitId: string) => Big(published.get(`${unitId}/${mainIndex}`) ?? countryAverage(mainIndex));
    if (unit.kind === 'province') return within(known(unit.unit_id).plus(shift(-150, 250)));
    if (unit.kind === 'commune') return within(known(provinceOf(unit)).plus(shift(-1500, 800)));
    if (unit.kind === 'country') return known(unit.unit_id);
    return within(
      Big(draw([unit.unit_id, 'level'], 6000, 8800))
        .div('10000')
        .plus(shift(-700, 700)),
    );
  };
}

const provinceOf = ({ unit_id }: Unit): string => unit_id.slice(0, unit_id.lastIndexOf('-'));

/** Published for 2024, over the 63. */
const averages: Record<string, string> = { government: '0.7582', economy: '0.7723', society: '0.7692' };

function countryAverage(mainIndex: string): string {
  const average = averages[mainIndex];
  if (average === undefined) throw new Error(`nothing was published of ${mainIndex}`);
  return average;
}

const within = (level: Big): Big => (level.lt('0') ? Big('0') : level.gt('1') ? Big('1') : level);
