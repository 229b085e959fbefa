import fc from 'fast-check';
import type { Framework, Indicator, IndicatorInput, ScoringRule, Tier } from '../../shared/frameworks/framework.ts';
import { digestOf } from '../../shared/frameworks/framework-document.ts';
import { fixedInputs, ruleShapes, scoringRules } from '../../shared/frameworks/rules.ts';
import { decimalText } from './decimal-text.ts';

/** What the engines promise to hold exactly; every bound is drawn too. */
export const limits = {
  /** Of a declared value, at the most decimals among the inputs of its indicator. */
  scaledValue: 10n ** 12n,
  target: { decimals: 4, scaled: 10n ** 10n },
  /** Of a maximum, at `points_decimals`. */
  scaledPoints: 10n ** 7n,
};

const mainIndexCodes = ['alpha', 'beta', 'gamma'];

/** Frameworks as the loader lets them through, of one to six indicators by any rules. */
export function arbitraryFramework(): fc.Arbitrary<Framework> {
  return fc
    .record({
      decimals: fc.constantFrom(4, 4, 2, 0),
      points_decimals: fc.constantFrom(4, 4, 3, 2, 0),
      total_published: fc.constantFrom(true, true, true, false),
      minimum_answered_percent: fc.option(fc.oneof(fc.constantFrom(0, 50, 100), fc.nat(100)), { nil: undefined }),
      pillarMembers: fc.array(fc.subarray(mainIndexCodes, { minLength: 1 }), { maxLength: 2 }),
    })
    .chain((drawn) =>
      fc
        .array(arbitraryIndicator(drawn.points_decimals), { minLength: 1, maxLength: 6 })
        .filter((indicators) => indicators.some(({ assessed }) => assessed))
        .map((indicators) => assemble(drawn, indicators)),
    );
}

interface Drawn extends Pick<Framework, 'decimals' | 'points_decimals' | 'total_published'> {
  minimum_answered_percent: number | undefined;
  pillarMembers: string[][];
}

function assemble({ pillarMembers, minimum_answered_percent, ...drawn }: Drawn, indicators: Indicator[]): Framework {
  const codes = mainIndexCodes.filter((code) => indicators.some(({ main_index }) => main_index === code));
  const pillars = pillarMembers
    .map((members) => members.filter((code) => codes.includes(code)))
    .filter((members) => members.length > 0)
    .map((main_indices, n) => ({ pillar: `pillar_${n}`, ...named(`trụ cột ${n}`), main_indices }));
  const content: Omit<Framework, 'sha256'> = {
    ...fixedParts,
    ...drawn,
    main_indices: codes.map((main_index) => ({ main_index, ...named(main_index) })),
    pillars,
    indicators: indicators.map((one, n) => ({ ...one, indicator: `i${n}` })),
    ...(minimum_answered_percent === undefined ? {} : { minimum_answered_percent }),
  };
  return { ...content, sha256: digestOf(content) };
}

const named = (name: string) => ({ name_vi: name, name_en: name });

const fixedParts = {
  framework_id: 'dti-drawn',
  version: '1',
  index: 'dti',
  title_vi: 'Bộ chỉ số sinh ngẫu nhiên',
  title_en: 'Drawn framework',
  legal_reference: { title_vi: 'Không có', number: '0', issued: '2026', url: 'https://example.org/0' },
  illustrative: true,
  note_vi: '',
  groups: ['province34'],
  rounding: 'half-up',
  ties: 'shared-minimum',
  successor_rule: 'mean-of-predecessors',
  total: named('DTI'),
  unanswered: 'zero_points',
  final_score: 'appraised_else_self',
} satisfies Partial<Framework>;

function arbitraryIndicator(pointsDecimals: number): fc.Arbitrary<Indicator> {
  return fc
    .record({
      rule: fc.constantFrom(...scoringRules),
      main_index: fc.constantFrom(...mainIndexCodes),
      assessed: fc.constantFrom(true, true, true, true, false),
      maximum: fc.oneof(fc.bigInt(1n, 50n), fc.bigInt(1n, limits.scaledPoints), fc.constant(limits.scaledPoints)),
      zero_denominator: fc.constantFrom(undefined, 'not_applicable' as const, 'zero_points' as const),
    })
    .chain(({ rule, maximum, zero_denominator, ...drawn }) =>
      parametersOf(rule, maximum, pointsDecimals).map((parameters) => ({
        ...drawn,
        ...parameters,
        ...(zero_denominator && ruleShapes[rule].divides ? { zero_denominator } : {}),
        indicator: '',
        ...named('chỉ số'),
        unit_of_measure_vi: '',
        rule,
        max_points: decimalText(maximum, pointsDecimals),
        evidence_required: false,
      })),
    );
}

type Parameters = Pick<Indicator, 'inputs' | 'target' | 'tiers'>;

function parametersOf(rule: ScoringRule, maximum: bigint, pointsDecimals: number): fc.Arbitrary<Parameters> {
  switch (rule) {
    case 'direct':
      return figures({ value: ['0', '1'] }).map((inputs) => ({ inputs }));
    case 'yes_no':
      return fc.constant({ inputs: fixedInputs(rule, []) });
    case 'ratio':
      return figures({ numerator: [null, null], denominator: [null, null] }).map((inputs) => ({ inputs }));
    case 'external':
      return fc
        .tuple(figures({ value: [null, null] }), fc.option(target, { freq: 1 }))
        .map(([inputs, drawn]) => (drawn === null ? { inputs } : { inputs, target: drawn }));
    case 'ratio_threshold':
      return targeted({ numerator: [null, null], denominator: [null, null] });
    case 'growth':
      return targeted({ value: [null, null], previous: [null, null] });
    case 'count_tiers':
    case 'role_tiers':
      return climbingTiers(maximum, pointsDecimals).map((tiers) => answeredBy(rule, tiers));
    case 'additive_parts':
      return parts(maximum, pointsDecimals).map((tiers) => answeredBy(rule, tiers));
  }
}

function answeredBy(rule: ScoringRule, tiers: Tier[]): Parameters {
  const keys = tiers.map(({ key }) => key);
  return { tiers, inputs: fixedInputs(rule, keys) };
}

/** Inputs of different decimals, so that one indicator has to bring them to one scale. */
function figures(bounds: Record<string, [string | null, string | null]>): fc.Arbitrary<IndicatorInput[]> {
  const inputs = Object.entries(bounds).map(([input, [minimum, maximum]]) =>
    fc.constantFrom(0, 1, 2, 4, 6).map((decimals) => ({ input, decimals, minimum, maximum })),
  );
  return fc.tuple(...inputs);
}

const target: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(1n, 5_000n, 8_000n, 10_000n, 20_000n, limits.target.scaled),
    fc.bigInt(1n, 20_000n),
    fc.bigInt(1n, limits.target.scaled),
  )
  .map((scaled) => decimalText(scaled, limits.target.decimals));

const targeted = (bounds: Record<string, [null, null]>): fc.Arbitrary<Parameters> =>
  fc.record({ inputs: figures(bounds), target });

/** Keys and points both rise, the last to the maximum. */
function climbingTiers(maximum: bigint, pointsDecimals: number): fc.Arbitrary<Tier[]> {
  const rising = (most: bigint) => fc.uniqueArray(fc.bigInt(1n, most), { minLength: 1, maxLength: 4 }).map(sorted);
  return fc.tuple(rising(maximum), rising(9n), fc.constantFrom(1n, 1n, 100_000_000n)).map(([points, keys, size]) => {
    const length = Math.min(points.length, keys.length);
    return keys
      .slice(0, length)
      .map((key, n) => tier(key * size, n === length - 1 ? maximum : points[n]!, pointsDecimals));
  });
}

/** Parts that add up to the maximum. */
function parts(maximum: bigint, pointsDecimals: number): fc.Arbitrary<Tier[]> {
  const cuts = fc.uniqueArray(fc.bigInt(1n, maximum), { maxLength: 3 }).map(sorted);
  return cuts.map((inner) => {
    const ends = [...inner.filter((cut) => cut < maximum), maximum];
    return ends.map((end, n) => tier(BigInt(n + 1), end - (ends[n - 1] ?? 0n), pointsDecimals));
  });
}

const sorted = (numbers: bigint[]) => numbers.toSorted((a, b) => (a < b ? -1 : 1));

const tier = (key: bigint, points: bigint, pointsDecimals: number): Tier => ({
  key: `${key}`,
  points: decimalText(points, pointsDecimals),
  label_vi: `bậc ${key}`,
});
