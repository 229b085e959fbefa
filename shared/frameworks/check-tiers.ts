import Big from 'big.js';
import type { Indicator, Tier } from './framework.ts';
import { ruleShapes } from './rules.ts';

const keyShape = /^(0|[1-9]\d{0,8})$/;

/** Tiers against the rule and the maximum, each mistake as text that says what to do. */
export function checkTiers({ rule, max_points, tiers = [] }: Indicator): string[] {
  const kind = ruleShapes[rule].tiers;
  if (kind === null) return tiers.length > 0 ? [`tiers are not read by rule ${rule}; leave them empty`] : [];
  if (tiers.length === 0) return [`rule ${rule} needs tiers; write them as 4=20 Từ 4 cuộc; 3=15 3 cuộc`];
  const malformed = checkEach(tiers, max_points);
  if (malformed.length > 0) return malformed;
  if (kind === 'parts') return checkSum(tiers, max_points);
  return [...checkHighest(tiers, max_points), ...(kind === 'steps' ? checkSteps(tiers) : [])];
}

function checkEach(tiers: Tier[], maxPoints: string): string[] {
  const labels = tiers.map(({ label_vi }) => label_vi.toLocaleLowerCase('vi'));
  const keys = tiers.map(({ key }) => key);
  return tiers.flatMap(({ key, points, label_vi }, i) => [
    ...(keyShape.test(key) ? [] : [`tier key "${key}" is not a whole number; write 4, not 04 or 4.0`]),
    ...(keys.indexOf(key) < i ? [`tier key ${key} stands twice; keys are unique in an indicator`] : []),
    ...(labels.indexOf(labels[i]!) < i ? [`tier text "${label_vi}" stands twice; nobody could tell them apart`] : []),
    ...checkTierPoints(key, points, maxPoints),
  ]);
}

function checkTierPoints(key: string, points: string, maxPoints: string): string[] {
  if (!/^(0|[1-9]\d{0,8})(\.\d*[1-9])?$/.test(points))
    return [`tier ${key} has points "${points}", not a plain decimal; write 20 or 12.5`];
  return Big(points).gt(maxPoints) ? [`tier ${key} has ${points} points, above max_points ${maxPoints}`] : [];
}

function checkHighest(tiers: Tier[], maxPoints: string): string[] {
  const highest = tiers.reduce((best, { points }) => (best.gt(points) ? best : Big(points)), Big('0'));
  if (highest.eq(maxPoints)) return [];
  return [`the best tier has ${highest.toFixed()} points where max_points is ${maxPoints}; correct one or the other`];
}

function checkSum(tiers: Tier[], maxPoints: string): string[] {
  const sum = tiers.reduce((total, { points }) => total.plus(points), Big('0'));
  if (sum.eq(maxPoints)) return [];
  return [`the parts add up to ${sum.toFixed()} where max_points is ${maxPoints}; correct one or the other`];
}

/** More of what is counted never earns less. */
function checkSteps(tiers: Tier[]): string[] {
  const rising = tiers.toSorted((a, b) => Big(a.key).cmp(b.key));
  return rising.flatMap(({ key, points }, i) => {
    const below = rising[i - 1];
    if (!below || Big(points).gt(below.points)) return [];
    return [`tier ${key} earns ${points}, no more than tier ${below.key} with ${below.points}; more must earn more`];
  });
}
