import Big from 'big.js';
import { formatDecimal } from '../../format/format-decimal.ts';
import { releaseLabelVi } from '../../release/release-name.ts';
import { inputNamesOf, makeNumberFinding } from '../finding.ts';
import type { FigureRule } from './figure-rule.ts';

/** Twice the last value or more, or half of it or less. It only asks for a second look, so it may be coarse. */
const jumpFactor = 2;

export const jumpAgainstRelease: FigureRule = {
  rule: 'JUMP_AGAINST_RELEASE',
  check: (figures, { previous = [] }) => {
    const released = new Map(previous.map((figure) => [`${figure.indicator}/${figure.input}`, figure]));
    return figures.flatMap((figure) => {
      const { indicator, input, value, place } = figure;
      const before = released.get(`${indicator.indicator}/${input.input}`);
      if (!before || value === null || !isJump(value, before.value)) return [];
      const release = { release: before.release, release_vi: releaseLabelVi(before.release) };
      const last = { previous: formatDecimal(before.value), previous_en: before.value };
      const params = { ...inputNamesOf(figure), ...release, ...last };
      return [makeNumberFinding('JUMP_AGAINST_RELEASE', place('value'), value, params)];
    });
  },
};

function isJump(value: string, before: string): boolean {
  const [now, then] = [new Big(value).abs(), new Big(before).abs()];
  if (now.eq(then)) return false;
  return now.gte(then.times(jumpFactor)) || then.gte(now.times(jumpFactor));
}
