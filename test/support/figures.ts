import type { Indicator } from '../../shared/frameworks/framework.ts';
import type { CheckContext, CurrentFigures, Figure } from '../../shared/submission/figure.ts';
import type { Observation } from '../../shared/submission/submission.ts';
import { frameworkOf, indicatorOf } from './forms.ts';

/** A figure of an indicator, in the cell that carries its input's name. */
export function figureOf(
  indicator: Indicator,
  changes: Partial<Figure> & { input?: never; name?: string } = {},
): Figure {
  const { name = 'value', ...rest } = changes;
  const input = indicator.inputs.find((known) => known.input === name)!;
  const place: Figure['place'] = (field) => ({ sheet: 'S', cell: `${name}:${field}`, row: null, field: null });
  return { indicator, input, value: null, blank: false, evidence: null, note: null, place, ...rest };
}

export const ratioOf = (code: string, changes: Partial<Indicator> = {}): Indicator =>
  indicatorOf(code, {
    rule: 'ratio',
    inputs: ['numerator', 'denominator'].map((input) => ({ input, decimals: 2, minimum: '0', maximum: null })),
    ...changes,
  });

export const contextOf = (changes: Partial<CheckContext> = {}): CheckContext => ({
  framework: frameworkOf([indicatorOf('a')]),
  members: new Set(),
  ...changes,
});

/** A figure as it is kept, of the first file of Cao Bằng, by `indicator` or `indicator/input`. */
export function observationOf(key: string, value: string, changes: Partial<Observation> = {}): Observation {
  const [indicator, input = 'value'] = key.split('/') as [string, string?];
  const from = { submission_sha256: 'c'.repeat(64), sheet: 'Số liệu', cell: 'I8', row: null };
  return { unit_id: 'P04-2025', indicator, input, value, evidence: null, note: null, ...from, ...changes };
}

export const currentOf = (observations: Observation[], changes: Partial<CurrentFigures> = {}): CurrentFigures => ({
  receipt: 3,
  observations,
  explained: [],
  ...changes,
});
