import Big from 'big.js';
import type { Indicator } from '../../shared/frameworks/framework.ts';
import type { Draw } from './draw.ts';

/** One of the few answers that an indicator of steps, options or parts allows. */
export interface Option {
  points: Big;
  values: { input: string; value: string }[];
}

/** The answer whose points lie nearest to the wanted ones, the better of two; null for an indicator of figures. */
export function chooseOption(indicator: Indicator, wanted: Big, draw: Draw, words: string[]): Option | null {
  const options = optionsOf(indicator, draw, words);
  const distance = ({ points }: Option) => points.minus(wanted).abs();
  return options.reduce<Option | null>((best, option) => {
    if (best === null) return option;
    const [here, there] = [distance(option), distance(best)];
    return here.lt(there) || (here.eq(there) && option.points.gt(best.points)) ? option : best;
  }, null);
}

function optionsOf({ rule, max_points, tiers = [] }: Indicator, draw: Draw, words: string[]): Option[] {
  if (rule === 'yes_no') return ['0', '1'].map((value) => one(Big(max_points).times(value), 'answer', value));
  if (rule === 'role_tiers') return tiers.map(({ key, points }) => one(Big(points), 'choice', key));
  if (rule === 'count_tiers') return countOptions(tiers, draw, words);
  return rule === 'additive_parts' ? partOptions(tiers) : [];
}

const one = (points: Big, input: string, value: string): Option => ({ points, values: [{ input, value }] });

type Tiers = NonNullable<Indicator['tiers']>;

/** A count inside each step, and one below them all. */
function countOptions(tiers: Tiers, draw: Draw, words: string[]): Option[] {
  const rising = tiers.toSorted((a, b) => Big(a.key).cmp(b.key));
  const keys = rising.map(({ key }) => Number(key));
  const steps = rising.map(({ key, points }, i) => {
    const last = keys[i + 1] === undefined ? Math.ceil(Number(key) * 1.5) : keys[i + 1]! - 1;
    return one(Big(points), 'count', `${draw([...words, key], Number(key), last)}`);
  });
  return [one(Big('0'), 'count', `${Math.max(keys[0]! - 1, 0)}`), ...steps];
}

/** The first parts are done, the later ones are not. */
function partOptions(tiers: Tiers): Option[] {
  return [0, ...tiers.map((_tier, i) => i + 1)].map((done) => ({
    points: tiers.slice(0, done).reduce((sum, { points }) => sum.plus(points), Big('0')),
    values: tiers.map(({ key }, i) => ({ input: `part_${key}`, value: i < done ? '1' : '0' })),
  }));
}
