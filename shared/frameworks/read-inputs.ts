import type { IndicatorInput, ScoringRule } from './framework.ts';

/** What each rule is computed from. */
const inputsOfRule: Record<ScoringRule, readonly string[]> = { direct: ['value'] };

export const scoringRules = Object.keys(inputsOfRule) as ScoringRule[];

export const isRule = (text: string): text is ScoringRule => Object.hasOwn(inputsOfRule, text);

const notation = /^([a-z]+) (\d) (-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/;

/** Decimals beyond this would not fit the scaled integers of the lake. */
const mostDecimals = 6;

/**
 * Reads the cell `inputs`: name, decimals and inclusive bounds, a side left out where it is open, inputs parted by `;`:
 * `value 4 0..1`. Returns what is wrong as text.
 */
export function readInputs(cell: string): IndicatorInput[] | string {
  const parts = cell.split(';').map((part) => part.trim());
  const inputs = parts.map(readInput);
  const wrong = parts.filter((_part, i) => inputs[i] === null);
  if (wrong.length > 0)
    return `inputs "${wrong.join('; ')}" cannot be read; write name, decimals and bounds: value 4 0..1`;
  return inputs as IndicatorInput[];
}

/** What makes the inputs useless to the rule, as text; null when nothing does. */
export function findInputsMisfit(rule: ScoringRule, inputs: readonly IndicatorInput[]): string | null {
  const found = inputs.map(({ input }) => input).join(', ');
  const expected = inputsOfRule[rule].join(', ');
  if (found !== expected) return `rule ${rule} is computed from ${expected}; inputs name ${found}`;
  const tooFine = inputs.find(({ decimals }) => decimals > mostDecimals);
  if (tooFine)
    return `input ${tooFine.input} has ${tooFine.decimals} decimals; at most ${mostDecimals} are kept exactly`;
  const unbounded = inputs.find(({ minimum, maximum }) => rule === 'direct' && (minimum !== '0' || maximum !== '1'));
  return unbounded ? `rule direct takes a share of the maximum; write its bounds as 0..1` : null;
}

function readInput(part: string): IndicatorInput | null {
  const match = notation.exec(part);
  if (!match?.[1] || !match[2]) return null;
  return { input: match[1], decimals: Number(match[2]), minimum: match[3] ?? null, maximum: match[4] ?? null };
}
