import Big from 'big.js';
import type { Indicator } from '../../shared/frameworks/framework.ts';
import { chooseOption, type Option } from './choose-tier.ts';
import type { Draw } from './draw.ts';

/** What is aimed at in one indicator. */
export type Aim = { indicator: Indicator } & (
  | { kind: 'option'; option: Option }
  /** Share of the maximum, 0 to 1. */
  | { kind: 'share'; share: Big }
);

/**
 * Aims for the indicators of one main index that together earn `level` of its maximum, as nearly as whole steps allow:
 * steps first, figures make up the rest, not all alike.
 */
export function spreadLevel(indicators: readonly Indicator[], level: Big, draw: Draw, words: string[]): Aim[] {
  const stepped = indicators.flatMap((indicator) => {
    const wanted = level.times(indicator.max_points);
    const option = chooseOption(indicator, wanted, draw, [...words, indicator.indicator]);
    return option ? [{ indicator, kind: 'option' as const, option }] : [];
  });
  const figures = indicators.filter((indicator) => !stepped.some((aim) => aim.indicator === indicator));
  const earned = stepped.reduce((sum, { option }) => sum.plus(option.points), Big('0'));
  const rest = level.times(sumOf(indicators)).minus(earned);
  const share = figures.length === 0 ? Big('0') : within(rest.div(sumOf(figures)));
  const aims: Aim[] = [...stepped, ...spreadShares(figures, share, draw, words)];
  return indicators.map((indicator) => aims.find((aim) => aim.indicator === indicator)!);
}

const sumOf = (indicators: readonly Indicator[]) =>
  indicators.reduce((sum, { max_points }) => sum.plus(max_points), Big('0'));

const within = (share: Big): Big => (share.lt('0') ? Big('0') : share.gt('1') ? Big('1') : share);

/** Takes from one figure what the next one gets, so that the sum stays. */
function spreadShares(figures: Indicator[], share: Big, draw: Draw, words: string[]): Aim[] {
  return figures.map((indicator, i) => {
    const other = figures[i % 2 === 0 ? i + 1 : i - 1];
    const aim = { indicator, kind: 'share' as const };
    if (!other) return { ...aim, share };
    const [first, second] = i % 2 === 0 ? [indicator, other] : [other, indicator];
    const moved = movable(share, first, second)
      .times(draw([...words, first.indicator, 'moved'], -100, 100))
      .div('100');
    const own = i % 2 === 0 ? moved : moved.times('-1');
    return { ...aim, share: within(share.plus(own.div(indicator.max_points))) };
  });
}

/** Points that can go from one of two figures to the other without leaving 0 to 1, at most a sixth of the smaller. */
function movable(share: Big, first: Indicator, second: Indicator): Big {
  const room = share.gt('0.5') ? Big('1').minus(share) : share;
  const smaller = Big(first.max_points).lt(second.max_points) ? first.max_points : second.max_points;
  const most = room.gt('0.16') ? Big('0.16') : room;
  return most.times(smaller);
}
