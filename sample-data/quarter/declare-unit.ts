import Big from 'big.js';
import { askedIndicators } from '../../shared/frameworks/asked-indicators.ts';
import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import { parsePeriod, periodLabelVi } from '../../shared/periods/period.ts';
import { predecessorsOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { declareFigures } from './declare-figures.ts';
import type { Draw } from './draw.ts';
import type { LevelOf } from './levels.ts';
import { magnitudeOf } from './magnitudes.ts';
import { type Aim, spreadLevel } from './spread-level.ts';

/** One declared figure; fits the template writer's `FilledInput`. */
export interface DeclaredInput {
  indicator: string;
  input: string;
  /** Canonical decimal, but for the wrong cell of the story. */
  value: string;
  evidence?: string;
  note?: string;
}

export interface Declaration {
  framework: Framework;
  group: string;
  period: string;
  draw: Draw;
  levelOf: LevelOf;
}

/** Everything a unit is asked for, answered; where there was nothing to measure, with a denominator of zero. */
export function declareUnit(unit: Unit, declaration: Declaration): DeclaredInput[] {
  const { framework, group, period } = declaration;
  const asked = askedIndicators(framework, { unit_id: unit.unit_id, group, period });
  return framework.main_indices.flatMap(({ main_index }) => {
    const own = asked.filter((indicator) => indicator.main_index === main_index);
    const empty = own.find((indicator) => hadNothing(indicator, own, unit, declaration));
    const measured = own.filter((indicator) => indicator !== empty);
    const words = [unit.unit_id, main_index, period];
    const aims = spreadLevel(measured, declaration.levelOf(unit, main_index), declaration.draw, words);
    return [
      ...aims.flatMap((aim) => declareAim(aim, unit, declaration)),
      ...(empty ? declareNothing(empty, declaration) : []),
    ];
  });
}

/** One unit in six had no incident, no petition, no task: a state of its own, not a zero. */
function hadNothing(indicator: Indicator, own: Indicator[], unit: Unit, { draw, period }: Declaration): boolean {
  if (indicator.zero_denominator !== 'not_applicable' || own.length < 3) return false;
  return draw([unit.unit_id, indicator.indicator, period, 'nothing'], 1, 6) === 1;
}

const declareNothing = (indicator: Indicator, declaration: Declaration): DeclaredInput[] =>
  indicator.inputs.map(({ input }, i) => ({
    ...describe(indicator, input, '0', i, declaration),
    note: 'Không phát sinh trong kỳ',
  }));

function declareAim(aim: Aim, unit: Unit, declaration: Declaration): DeclaredInput[] {
  const { indicator } = aim;
  const values =
    aim.kind === 'option'
      ? aim.option.values
      : declareFigures(indicator, aim.share, baseOf(indicator, unit, declaration));
  return values.map(({ input, value }, i) => describe(indicator, input, value, i, declaration));
}

function describe(
  { indicator, evidence_required, evidence_vi }: Indicator,
  input: string,
  value: string,
  place: number,
  { period }: Declaration,
): DeclaredInput {
  const evidence = `Minh họa: ${evidence_vi ?? 'tài liệu kiểm chứng'}, ${periodLabelVi(parsePeriod(period))}`;
  return { indicator, input, value, ...(evidence_required && place === 0 && { evidence }) };
}

/** What a merged unit divides by is the sum over those that it was formed from. The same in every period. */
function baseOf(indicator: Indicator, unit: Unit, { framework, draw }: Declaration): Big {
  const divides = indicator.inputs.some(({ input }) => input === 'denominator' || input === 'previous');
  if (!divides) return Big('1');
  const { lowest, highest } = magnitudeOf(framework.framework_id, indicator.indicator);
  const parts = unit.formed_from.length > 1 ? predecessorsOf(unit) : [unit];
  return parts.reduce(
    (sum, part) => sum.plus(draw([part.unit_id, indicator.indicator, 'base'], lowest, highest)),
    Big('0'),
  );
}
