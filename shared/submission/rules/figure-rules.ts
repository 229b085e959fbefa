import { evidenceEmptyWords } from './evidence-empty-words.ts';
import { evidenceFileUnknown } from './evidence-file-unknown.ts';
import { evidenceMissing } from './evidence-missing.ts';
import type { FigureRule } from './figure-rule.ts';
import { figureWithdrawn } from './figure-withdrawn.ts';
import { jumpAgainstRelease } from './jump-against-release.ts';
import { missingValue } from './missing-value.ts';
import { numeratorAboveDenominator } from './numerator-above-denominator.ts';
import { yearBeforeDiffers } from './year-before-differs.ts';

/** Row and cross rules; each has its row in the catalogue and a test of its name. */
export const figureRuleChecks: readonly FigureRule[] = [
  missingValue,
  figureWithdrawn,
  evidenceMissing,
  evidenceEmptyWords,
  evidenceFileUnknown,
  numeratorAboveDenominator,
  jumpAgainstRelease,
  yearBeforeDiffers,
];
