import type { AskedUnit } from '../../frameworks/asked-indicators.ts';
import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import type { Framework, Indicator, MainIndex } from '../../frameworks/framework.ts';
import { indicatorNumbers, numberedIndices } from '../../frameworks/indicator-numbers.ts';
import { nameOfInput, nameOfInputEn } from '../../frameworks/input-names.ts';
import type { AskedInput } from '../figure.ts';
import { inputsOf } from '../input-key.ts';
import { type Choice, choicesOf } from '../values/choices.ts';

/** One input that a unit is asked for, in all the words that whoever fills it in needs. */
export interface AskedRow {
  /** Running number of the row in this form, from 1. */
  position: number;
  main_index: string;
  indicator: string;
  /** Of the indicator in the framework: `3.2`. */
  number: string;
  name_vi: string;
  name_en: string;
  input: string;
  input_name_vi: string;
  input_name_en: string;
  /** How many inputs the indicator has: of one, its name says nothing more. */
  inputs: number;
  unit_of_measure_vi: string;
  rule: Indicator['rule'];
  max_points: string;
  decimals: number;
  minimum: string | null;
  maximum: string | null;
  /** Null: a number is to be given. */
  choices: readonly Choice[] | null;
  evidence_required: boolean;
  evidence_vi: string | null;
  illustrative: boolean;
}

/** A heading over rows. */
export interface RowGroup {
  main_index: string;
  number: string;
  name_vi: string;
  name_en: string;
  /** What the indicators below it are worth together, as decimal text. */
  max_points: string;
  rows: number;
}

export interface AskedRows {
  main_indices: RowGroup[];
  rows: AskedRow[];
}

/** Every row that the framework asks of a unit in a period, in the order of the form. */
export function askedRows(framework: Framework, unit: AskedUnit): AskedRows {
  const asked = askedIndicators(framework, unit);
  const numbers = indicatorNumbers(framework);
  const groups = numberedIndices(framework, asked);
  const inOrder = groups.flatMap(({ indicators }) => inputsOf(indicators));
  return {
    main_indices: groups.map((group) => groupOf(group, framework)),
    rows: inOrder.map((input, index) => rowOf(input, index + 1, numbers.get(input.indicator.indicator) ?? '')),
  };
}

interface Group {
  mainIndex: MainIndex;
  number: string;
  indicators: Indicator[];
}

const groupOf = ({ mainIndex, number, indicators }: Group, { points_decimals }: Framework): RowGroup => ({
  ...mainIndex,
  number,
  max_points: sumOf(indicators, points_decimals),
  rows: inputsOf(indicators).length,
});

/** In whole units of the last decimal: exact, as points are. */
function sumOf(indicators: readonly Indicator[], decimals: number): string {
  const scaled = indicators.reduce((sum, { max_points }) => sum + BigInt(scale(max_points, decimals)), 0n);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function scale(points: string, decimals: number): string {
  const [whole = '0', fraction = ''] = points.split('.');
  return `${whole}${fraction.padEnd(decimals, '0').slice(0, decimals)}`;
}

function rowOf({ indicator, input }: AskedInput, position: number, number: string): AskedRow {
  return {
    position,
    main_index: indicator.main_index,
    indicator: indicator.indicator,
    number,
    name_vi: indicator.name_vi,
    name_en: indicator.name_en,
    input: input.input,
    input_name_vi: nameOfInput(indicator, input),
    input_name_en: nameOfInputEn(indicator, input),
    inputs: indicator.inputs.length,
    unit_of_measure_vi: indicator.unit_of_measure_vi,
    rule: indicator.rule,
    max_points: indicator.max_points,
    decimals: input.decimals,
    minimum: input.minimum,
    maximum: input.maximum,
    choices: choicesOf(indicator, input),
    evidence_required: indicator.evidence_required,
    evidence_vi: indicator.evidence_vi ?? null,
    illustrative: indicator.illustrative ?? false,
  };
}
