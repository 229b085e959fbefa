import Big from 'big.js';
import type { IndicatorInput, ScoringRule, Tier } from './framework.ts';
import { fixedInputs, ruleShapes } from './rules.ts';

const notation = /^([a-z]+) (\d) (-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/;

/** Decimals beyond this would not fit the scaled integers of the lake. */
const mostDecimals = 6;

/**
 * Reads the cell `inputs`: name, decimals and inclusive bounds, a side left out where it is open, inputs parted by `;`:
 * `value 4 0..1`. Empty where the rule says itself what is declared. Returns what is wrong as text.
 */
export function readInputs(cell: string, rule: ScoringRule, tiers: readonly Tier[]): IndicatorInput[] | string {
  const keys = tiers.map(({ key }) => key);
  if (ruleShapes[rule].inputs === null) {
    return cell === '' ? fixedInputs(rule, keys) : `rule ${rule} says itself what is declared; leave inputs empty`;
  }
  const parts = cell.split(';').map((part) => part.trim());
  const inputs = parts.map(readInput);
  const wrong = parts.filter((_part, i) => inputs[i] === null);
  if (wrong.length > 0)
    return `inputs "${wrong.join('; ')}" cannot be read; write name, decimals and bounds: value 4 0..1`;
  return inputs as IndicatorInput[];
}

/** What makes the inputs useless to the rule, as text. */
export function findInputsMisfits(rule: ScoringRule, inputs: readonly IndicatorInput[], keys: string[]): string[] {
  const found = inputs.map(({ input }) => input).join(', ');
  const wanted = ruleShapes[rule].inputs ?? fixedInputs(rule, keys).map(({ input }) => input);
  const expected = wanted.join(', ');
  if (found !== expected) return [`rule ${rule} is computed from ${expected}; inputs name ${found}`];
  return [...inputs.flatMap(findInputMisfits), ...findOpenShare(rule, inputs)];
}

function findInputMisfits({ input, decimals, minimum, maximum }: IndicatorInput): string[] {
  const tooFine = decimals > mostDecimals;
  const turned = minimum !== null && maximum !== null && Big(minimum).gt(maximum);
  return [
    ...(tooFine ? [`input ${input} has ${decimals} decimals; at most ${mostDecimals} are kept exactly`] : []),
    ...(turned ? [`input ${input} is bounded by ${minimum}..${maximum}, which nothing can meet; turn them`] : []),
  ];
}

function findOpenShare(rule: ScoringRule, inputs: readonly IndicatorInput[]): string[] {
  const unbounded = inputs.some(({ minimum, maximum }) => minimum !== '0' || maximum !== '1');
  return rule === 'direct' && unbounded ? ['rule direct takes a share of the maximum; write its bounds as 0..1'] : [];
}

function readInput(part: string): IndicatorInput | null {
  const match = notation.exec(part);
  if (!match?.[1] || !match[2]) return null;
  return { input: match[1], decimals: Number(match[2]), minimum: match[3] ?? null, maximum: match[4] ?? null };
}
