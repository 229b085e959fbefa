import type { IndicatorInput, ScoringRule } from './framework.ts';

/** What a rule is computed from. */
export interface RuleShape {
  /** Inputs that the author bounds; null where the rule itself says what they are. */
  inputs: readonly string[] | null;
  target: 'needed' | 'allowed' | 'none';
  /** What the tiers are; null: the rule has none. */
  tiers: 'steps' | 'options' | 'parts' | null;
  /** Whether something is divided by a declared figure, which may be zero. */
  divides: boolean;
  /** Whether a year is the sum of its quarters' figures in any sense. */
  sums: boolean;
}

/** The input of `growth` that is a figure of the same period of the year before, as `value` was declared then. */
export const yearBeforeInput = 'previous';

const plain: RuleShape = { inputs: ['value'], target: 'none', tiers: null, divides: false, sums: false };
const ratio: RuleShape = { ...plain, inputs: ['numerator', 'denominator'], divides: true, sums: true };

export const ruleShapes: Record<ScoringRule, RuleShape> = {
  direct: plain,
  external: { ...plain, target: 'allowed' },
  yes_no: { ...plain, inputs: null },
  ratio,
  ratio_threshold: { ...ratio, target: 'needed' },
  growth: { ...ratio, inputs: ['value', yearBeforeInput], target: 'needed' },
  count_tiers: { ...plain, inputs: null, tiers: 'steps', sums: true },
  role_tiers: { ...plain, inputs: null, tiers: 'options' },
  additive_parts: { ...plain, inputs: null, tiers: 'parts' },
};

export const scoringRules = Object.keys(ruleShapes) as ScoringRule[];

export const isRule = (text: string): text is ScoringRule => Object.hasOwn(ruleShapes, text);

/** Inputs of a rule that fixes them; the keys are those of its tiers. */
export function fixedInputs(rule: ScoringRule, keys: readonly string[]): IndicatorInput[] {
  if (rule === 'yes_no') return [yesOrNo('answer')];
  if (rule === 'additive_parts') return keys.map((key) => yesOrNo(`part_${key}`));
  if (rule === 'count_tiers') return [{ input: 'count', decimals: 0, minimum: '0', maximum: null }];
  const numbers = keys.map(Number).sort((a, b) => a - b);
  return [{ input: 'choice', decimals: 0, minimum: `${numbers[0]}`, maximum: `${numbers.at(-1)}` }];
}

const yesOrNo = (input: string): IndicatorInput => ({ input, decimals: 0, minimum: '0', maximum: '1' });
