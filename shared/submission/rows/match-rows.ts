import type { Framework, Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import type { AskedInput, DeclaredRow, MatchedRow } from '../figure.ts';
import { inputNamesOf, makeFinding, namesOf, shorten } from '../finding.ts';
import { askedKey, inputsOf } from '../input-key.ts';
import type { Finding } from '../submission.ts';
import { cellText, isBlank } from '../values/cell-text.ts';
import { isSameCode } from '../values/fold-code.ts';

export interface MatchedRows {
  matched: MatchedRow[];
  /** Asked for, and without a row. */
  absent: AskedInput[];
  findings: Finding[];
}

export interface MatchContext {
  framework: Framework;
  /** Indicators that this unit is asked for in the period. */
  asked: readonly Indicator[];
}

/** Gives each row its input of the framework: unknown and repeated ones are findings, rows without content are not. */
export function matchRows(rows: DeclaredRow[], { framework, asked }: MatchContext): MatchedRows {
  const isAsked = new Set(asked.map(({ indicator }) => indicator));
  const found = new Map<string, MatchedRow>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const target = targetOf(row, framework);
    if (target === null) findings.push(...unknownRow(row, framework));
    else if (!isAsked.has(target.indicator.indicator)) findings.push(...uncollectedRow(row, target.indicator));
    else findings.push(...keepFirst(found, { ...target, row }));
  }
  const absent = inputsOf(asked).filter((input) => !found.has(askedKey(input)));
  return { matched: [...found.values()], absent, findings };
}

function targetOf(row: DeclaredRow, framework: Framework): AskedInput | null {
  const code = cellText(row.cells.indicator);
  const indicator = framework.indicators.find((known) => isSameCode(known.indicator, code));
  if (!indicator) return null;
  const wanted = cellText(row.cells.input);
  // An indicator with one input needs no input code: the CSV and JSON doors leave it out.
  const inputs = wanted === '' && indicator.inputs.length === 1 ? indicator.inputs : namedInput(indicator, wanted);
  return inputs[0] ? { indicator, input: inputs[0] } : null;
}

const namedInput = (indicator: Indicator, input: string): IndicatorInput[] =>
  indicator.inputs.filter((known) => isSameCode(known.input, input));

const keyOf = (indicator: string, input: string): string => (input === '' ? indicator : `${indicator}/${input}`);

type Texts = [code: string, input: string, figure: string];

/** A sum or a line of text below the table is nobody's fault; a figure that would be left out in silence is. */
function unknownRow(row: DeclaredRow, framework: Framework): Finding[] {
  const [code, input, figure] = [row.cells.indicator, row.cells.input, row.cells.value].map(cellText) as Texts;
  if (row.isAside || (isBlank(row.cells.value) && input === '')) return [];
  if (code === '')
    return [makeFinding('ROW_WITHOUT_CODE', row.place('value'), { at_row: `${row.row}` }, figure || input)];
  const known = framework.indicators.find(({ indicator }) => isSameCode(indicator, code));
  if (known) return [unknownInput(row, known, { figure, key: keyOf(code, input) })];
  const params = { framework_id: framework.framework_id, figure: shorten(figure) };
  return [makeFinding('ROW_UNKNOWN', row.place('indicator'), params, keyOf(code, input))];
}

/** The code is right, and which of the indicator's figures is meant is not said. */
function unknownInput(
  row: DeclaredRow,
  indicator: Indicator,
  { figure, key }: { figure: string; key: string },
): Finding {
  const inputs = indicator.inputs.map((input) => inputNamesOf({ indicator, input }));
  const params = {
    ...namesOf(indicator),
    figure: shorten(figure),
    inputs_vi: inputs.map(({ input, input_vi }) => `${input} (${input_vi})`).join(', '),
    inputs: inputs.map(({ input }) => input).join(', '),
  };
  const at = row.place('input');
  // A form has one code for both.
  return makeFinding('INPUT_UNKNOWN', at.sheet === null ? at : row.place('indicator'), params, key);
}

function uncollectedRow(row: DeclaredRow, { indicator, name_vi }: Indicator): Finding[] {
  if (isBlank(row.cells.value)) return [];
  return [makeFinding('NOT_COLLECTED', row.place('value'), { indicator, name_vi }, cellText(row.cells.value))];
}

function keepFirst(found: Map<string, MatchedRow>, row: MatchedRow): Finding[] {
  const key = askedKey(row);
  const first = found.get(key);
  if (first) return [findDuplicate(key, first.row, row.row)];
  found.set(key, row);
  return [];
}

/** Whoever looks for the other row must be told that it cannot be seen. */
function findDuplicate(key: string, first: DeclaredRow, second: DeclaredRow): Finding {
  const params = { other_row: `${first.row}`, figure: shorten(cellText(second.cells.value)) };
  const hidden = [first, second].filter((row) => row.hidden).map(({ row }) => row);
  if (hidden.length === 0) return makeFinding('ROW_DUPLICATE', second.place('indicator'), params, key);
  const hiddenParams = { ...params, hidden_rows: hidden.join(' và '), hidden_rows_en: hidden.join(' and ') };
  return makeFinding('ROW_DUPLICATE_HIDDEN', second.place('indicator'), hiddenParams, key);
}
