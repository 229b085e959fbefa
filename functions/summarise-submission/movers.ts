import Big from 'big.js';
import type { Indicator } from '../../shared/frameworks/framework.ts';
import { nameOfInput } from '../../shared/frameworks/input-names.ts';
import { keyOf } from '../../shared/submission/input-key.ts';
import type { Observation } from '../../shared/submission/submission.ts';
import { choicesOf } from '../../shared/submission/values/choices.ts';

/** A figure that is not what it was in the last release. */
export interface Mover {
  indicator: string;
  name_vi: string;
  name_en: string;
  input: string;
  input_vi: string;
  unit_of_measure_vi: string;
  /** Canonical decimal; null: the figure is gone. */
  value: string | null;
  /** Of the last release; null: it is new. */
  before: string | null;
  /** What the values are called where they are a choice; null: they are numbers. */
  choices: { value: string; label_vi: string }[] | null;
}

type Figure = Pick<Observation, 'indicator' | 'input' | 'value'>;

const told = 10;

/** Of what the unit is asked: what moved most first, by its share of what it was; what is new or gone before all others. */
export function findMovers(asked: readonly Indicator[], now: readonly Figure[], before: readonly Figure[]) {
  const [current, earlier] = [valuesOf(now), valuesOf(before)];
  const moved = asked.flatMap((indicator) =>
    indicator.inputs.flatMap((input): Mover[] => {
      const key = keyOf({ indicator: indicator.indicator, input: input.input });
      const [value, was] = [current.get(key) ?? null, earlier.get(key) ?? null];
      if (value === was) return [];
      const { name_vi, name_en, unit_of_measure_vi } = indicator;
      const choices = choicesOf(indicator, input)?.map((one) => ({ value: one.value, label_vi: one.label_vi })) ?? null;
      const names = { name_vi, name_en, input_vi: nameOfInput(indicator, input), unit_of_measure_vi };
      return [{ indicator: indicator.indicator, input: input.input, ...names, value, before: was, choices }];
    }),
  );
  const sorted = moved.sort((a, b) => compareMoves(b, a));
  return { movers: sorted.slice(0, told), more_movers: Math.max(0, sorted.length - told) };
}

const valuesOf = (figures: readonly Figure[]) => new Map(figures.map((figure) => [keyOf(figure), figure.value]));

/** By share without a division that would have to be rounded: |a−a₀|·|b₀| against |b−b₀|·|a₀|. */
function compareMoves(a: Mover, b: Mover): number {
  const [newA, newB] = [a, b].map(({ value, before }) => value === null || before === null || Big(before).eq('0'));
  if (newA || newB) return Number(newA) - Number(newB);
  return moveOf(a)
    .times(Big(b.before!).abs())
    .cmp(moveOf(b).times(Big(a.before!).abs()));
}

const moveOf = ({ value, before }: Mover) => Big(value!).minus(before!).abs();
