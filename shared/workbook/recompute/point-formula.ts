import type { Indicator, Tier } from '../../frameworks/framework.ts';
import { declaredDecimals, targetOf } from '../../scoring/freeze-indicators.ts';
import { scaleDecimal, scaleOf } from '../../scoring/scaled-decimal.ts';
import { type Computed, computedFor, halfUp, wholeOf } from './half-up.ts';
import { codes } from './recompute-words.ts';

/** Where the parts of one cell stand. */
export interface PointCells {
  /** Of a declared figure. */
  figure: (input: string) => string;
  maxPoints: string;
  /** The maximum as a whole number of the smallest points. */
  wholeMaxPoints: string;
}

export interface PointFormula {
  computed: Computed;
  /** Without the sign of equality; never called where `computed` is `value`. */
  write: (cells: PointCells) => string;
}

/** Declared figures of one unit, canonical decimals by input. */
export type DeclaredFigures = ReadonlyMap<string, string>;

/**
 * The rule of an indicator as a formula, from the cells of its figures to its points. `declared` are all figures of the
 * column: how large they are decides how it can be computed.
 */
export function pointFormula(
  indicator: Indicator,
  pointsDecimals: number,
  declared: readonly DeclaredFigures[],
): PointFormula {
  switch (indicator.rule) {
    case 'yes_no':
      return tiered((cells) => `${cells.figure('answer')}*${cells.maxPoints}`);
    case 'count_tiers':
      return tiered(({ figure }) => highestTier(indicator, figure('count')));
    case 'role_tiers':
      return tiered(({ figure }) => chosenTier(indicator, figure('choice')));
    case 'additive_parts':
      return tiered(({ figure }) => answeredParts(indicator, pointsDecimals, figure));
    default:
      return shareFormula(indicator, pointsDecimals, declared);
  }
}

const tiered = (write: PointFormula['write']): PointFormula => ({ computed: 'formula', write });

/** Least key first. Points are looked up, so nothing is computed that could be off. */
const tiersOf = ({ tiers = [] }: Indicator): Tier[] =>
  [...tiers].sort((a, b) => (BigInt(a.key) < BigInt(b.key) ? -1 : 1));

const list = (items: string[]): string => `{${items.join(',')}}`;
const numberText = (decimal: string): string => `${Number(decimal)}`;

function highestTier(indicator: Indicator, count: string): string {
  const tiers = tiersOf(indicator);
  const [keys, points] = [tiers.map(({ key }) => key), tiers.map((tier) => numberText(tier.points))];
  return `IF(${count}<${keys[0]},0,LOOKUP(${count},${list(keys)},${list(points)}))`;
}

function chosenTier(indicator: Indicator, choice: string): string {
  const tiers = tiersOf(indicator);
  const points = list(tiers.map((tier) => numberText(tier.points)));
  return `INDEX(${points},1,MATCH(${choice},${list(tiers.map(({ key }) => key))},0))`;
}

/** Summed as whole numbers: 0.1 and 0.2 in a spreadsheet do not make 0.3. */
function answeredParts({ tiers = [] }: Indicator, pointsDecimals: number, figure: PointCells['figure']): string {
  const parts = tiers.map(
    ({ key, points }) => `IF(${figure(`part_${key}`)}=1,${scaleDecimal(points, pointsDecimals)},0)`,
  );
  return `(${parts.join('+')})/${scaleOf(pointsDecimals)}`;
}

/** numerator / (denominator × target) × maximum, within [0, maximum]. */
function shareFormula(
  indicator: Indicator,
  pointsDecimals: number,
  declared: readonly DeclaredFigures[],
): PointFormula {
  const share = shareOf(indicator);
  const largest = declared.reduce((most, figures) => {
    const dividend = largestDividend(indicator, share, pointsDecimals, figures);
    return dividend > most ? dividend : most;
  }, 0n);
  const computed = computedFor(largest);
  return { computed, write: (cells) => writeShare(indicator, share, { pointsDecimals, computed, cells }) };
}

/** Inputs that make numerator and denominator; a denominator of its own decimals where the rule declares none. */
interface Share {
  value: string;
  /** Taken off the value: growth. */
  minus: string | null;
  /** Null: the whole, 1. */
  denominator: string | null;
}

function shareOf({ rule }: Indicator): Share {
  if (rule === 'growth') return { value: 'value', minus: 'previous', denominator: 'previous' };
  if (rule === 'ratio' || rule === 'ratio_threshold')
    return { value: 'numerator', minus: null, denominator: 'denominator' };
  return { value: 'value', minus: null, denominator: null };
}

const magnitude = (number: bigint): bigint => (number < 0n ? -number : number);

function largestDividend(
  indicator: Indicator,
  { value, minus, denominator }: Share,
  pointsDecimals: number,
  figures: DeclaredFigures,
): bigint {
  const decimals = declaredDecimals(indicator);
  const whole = (input: string) => magnitude(scaleDecimal(figures.get(input) ?? '0', decimals));
  const target = targetOf(indicator);
  const over = (whole(value) + (minus === null ? 0n : whole(minus))) * target.scale;
  const under = (denominator === null ? scaleOf(decimals) : whole(denominator)) * target.scaled;
  return 2n * over * scaleDecimal(indicator.max_points, pointsDecimals) + 2n * under;
}

interface ShareCells {
  pointsDecimals: number;
  computed: Computed;
  cells: PointCells;
}

function writeShare(indicator: Indicator, share: Share, { pointsDecimals, computed, cells }: ShareCells): string {
  const decimals = declaredDecimals(indicator);
  const whole = (input: string) => wholeOf(cells.figure(input), decimals);
  const target = targetOf(indicator);
  const numerator = share.minus === null ? whole(share.value) : `(${whole(share.value)}-${whole(share.minus)})`;
  const denominator = share.denominator === null ? `${scaleOf(decimals)}` : whole(share.denominator);
  const quotient = halfUp(
    {
      over: product(numerator, cells.wholeMaxPoints, factor(target.scale)),
      under: product(denominator, factor(target.scaled)),
    },
    computed === 'value' ? 'corrected' : computed,
  );
  const points = `MAX(0,MIN(${cells.maxPoints},(${quotient})/${scaleOf(pointsDecimals)}))`;
  if (share.denominator === null) return points;
  const nothing = indicator.zero_denominator === 'zero_points' ? '0' : `"${codes.notApplicable}"`;
  return `IF(${cells.figure(share.denominator)}>0,${points},${nothing})`;
}

const factor = (number: bigint): string => (number === 1n ? '' : `${number}`);
const product = (...factors: string[]): string => factors.filter((text) => text !== '').join('*');
