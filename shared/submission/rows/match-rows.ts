import type { Framework, Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import type { DeclaredRow, MatchedRow } from '../figure.ts';
import { makeFinding, namesOf, type Place, shorten } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText, isBlank } from '../values/cell-text.ts';

export interface MatchedRows {
  matched: MatchedRow[];
  findings: Finding[];
}

export interface MatchContext {
  framework: Framework;
  /** Indicators that this unit is asked for in the period. */
  asked: readonly Indicator[];
  /** Where a missing row is told. */
  missingAt: Place;
}

/** Gives each row its input of the framework: unknown, repeated and missing ones are findings, rows without content are not. */
export function matchRows(rows: DeclaredRow[], { framework, asked, missingAt }: MatchContext): MatchedRows {
  const isAsked = new Set(asked.map(({ indicator }) => indicator));
  const found = new Map<string, MatchedRow>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const target = targetOf(row, framework);
    if (target === null) findings.push(...unknownRow(row, framework));
    else if (!isAsked.has(target.indicator.indicator)) findings.push(...uncollectedRow(row, target.indicator));
    else findings.push(...keepFirst(found, { ...target, row }));
  }
  return {
    matched: [...found.values()],
    findings: [...findings, ...missingRows(found, { framework, asked, missingAt })],
  };
}

type Target = Pick<MatchedRow, 'indicator' | 'input'>;

function targetOf(row: DeclaredRow, framework: Framework): Target | null {
  const code = cellText(row.cells.indicator);
  const indicator = framework.indicators.find((known) => known.indicator === code);
  if (!indicator) return null;
  const wanted = cellText(row.cells.input);
  // An indicator with one input needs no input code: the CSV and JSON doors leave it out.
  const inputs = wanted === '' && indicator.inputs.length === 1 ? indicator.inputs : namedInput(indicator, wanted);
  return inputs[0] ? { indicator, input: inputs[0] } : null;
}

const namedInput = (indicator: Indicator, input: string): IndicatorInput[] =>
  indicator.inputs.filter((known) => known.input === input);

const keyOf = (indicator: string, input: string): string => (input === '' ? indicator : `${indicator}/${input}`);

type Texts = [code: string, input: string, figure: string];

/** A sum or a line of text below the table is nobody's fault; a figure that would be left out in silence is. */
function unknownRow(row: DeclaredRow, framework: Framework): Finding[] {
  const [code, input, figure] = [row.cells.indicator, row.cells.input, row.cells.value].map(cellText) as Texts;
  if (row.isAside || (isBlank(row.cells.value) && input === '')) return [];
  if (code === '')
    return [makeFinding('ROW_WITHOUT_CODE', row.place('value'), { at_row: `${row.row}` }, figure || input)];
  const params = { framework_id: framework.framework_id, figure: shorten(figure) };
  return [makeFinding('ROW_UNKNOWN', row.place('indicator'), params, keyOf(code, input))];
}

function uncollectedRow(row: DeclaredRow, { indicator }: Indicator): Finding[] {
  if (isBlank(row.cells.value)) return [];
  return [makeFinding('NOT_COLLECTED', row.place('value'), { indicator }, cellText(row.cells.value))];
}

function keepFirst(found: Map<string, MatchedRow>, row: MatchedRow): Finding[] {
  const key = keyOf(row.indicator.indicator, row.input.input);
  const first = found.get(key);
  if (first) {
    const params = { other_row: `${first.row.row}`, figure: shorten(cellText(row.row.cells.value)) };
    return [makeFinding('ROW_DUPLICATE', row.row.place('indicator'), params, key)];
  }
  found.set(key, row);
  return [];
}

function missingRows(found: Map<string, MatchedRow>, { framework, asked, missingAt }: MatchContext): Finding[] {
  return asked.flatMap((indicator) => {
    const keys = indicator.inputs.map(({ input }) => keyOf(indicator.indicator, input));
    const missing = keys.filter((key) => !found.has(key));
    if (framework.unanswered === 'zero_points' && missing.length === keys.length) {
      return [makeFinding('UNANSWERED', missingAt, namesOf(indicator))];
    }
    return missing.map((key) => makeFinding('ROW_MISSING', missingAt, namesOf(indicator), key));
  });
}
