import Big from 'big.js';
import { checkTiers } from './check-tiers.ts';
import type { Indicator } from './framework.ts';
import { findInputsMisfits } from './read-inputs.ts';
import { type RuleShape, ruleShapes } from './rules.ts';

/** What does not go together in one indicator, each as text that says what to do; asked of fields that are well formed. */
export function checkIndicator(indicator: Indicator): string[] {
  const shape = ruleShapes[indicator.rule];
  const tiers = checkTiers(indicator);
  const keys = (indicator.tiers ?? []).map(({ key }) => key);
  return [
    ...tiers,
    // Inputs are named after the tiers: told twice otherwise.
    ...(tiers.length > 0 ? [] : findInputsMisfits(indicator.rule, indicator.inputs, keys)),
    ...checkTarget(indicator, shape),
    ...checkZeroDenominator(indicator, shape),
    ...checkAnnual(indicator, shape),
  ];
}

function checkTarget({ rule, target }: Indicator, shape: RuleShape): string[] {
  if (target === undefined) {
    return shape.target === 'needed' ? [`rule ${rule} needs a target: what earns the maximum`] : [];
  }
  if (shape.target === 'none') return [`target ${target} is not read by rule ${rule}; leave it empty`];
  return Big(target).gt('0') ? [] : ['target is 0; write what earns the maximum, above 0'];
}

function checkZeroDenominator({ rule, zero_denominator }: Indicator, { divides }: RuleShape): string[] {
  if (zero_denominator === undefined || divides) return [];
  return [`zero_denominator is not read by rule ${rule}, which divides by nothing declared; leave it empty`];
}

function checkAnnual({ rule, due, annual }: Indicator, { sums }: RuleShape): string[] {
  if (annual === undefined) return [];
  if (due !== 'quarterly') return [`annual "${annual}" is of use only where due is quarterly; leave it empty`];
  if (annual === 'sum' && !sums) return [`annual "sum" of rule ${rule} has no meaning; write last`];
  return [];
}
