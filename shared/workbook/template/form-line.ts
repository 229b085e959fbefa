import Big from 'big.js';
import type { Cell, Style, Worksheet } from 'exceljs';
import { nameOfInput } from '../../frameworks/input-names.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import { unitOfInput } from '../../frameworks/units-of-measure.ts';
import type { ColumnCode } from '../../submission/form/form-layout.ts';
import { type FormLine, indicatorsOf } from '../../submission/form/form-lines.ts';
import { formSources, sourceMark } from '../../submission/form/form-sources.ts';
import { type FormRow, type FormSpec, inputKey } from '../../submission/form/form-spec.ts';
import { choicesOf } from '../../submission/values/choices.ts';
import { writableText } from '../writable-text.ts';
import { annex } from './annex-styles.ts';
import { describeEvidence, describeInput } from './describe-input.ts';
import type { FormColumn } from './form-columns.ts';
import { font, styles } from './form-styles.ts';
import { decimalFormat, setDecimal, setInput, shownDecimals } from './set-decimal.ts';
import { setText } from './table-sheet.ts';
import { wrappedHeight } from './text-height.ts';

/** Texts of a line, by column. */
type LineTexts = Partial<Record<ColumnCode, string>>;

/** Writes one line of the table. */
export function addLine(sheet: Worksheet, columns: readonly FormColumn[], line: FormLine, form: FormSpec): void {
  const texts = { ...headTexts(line), ...(line.asks && askedTexts(line.asks, formSources(form))) };
  columns.forEach(({ code, open }, index) => {
    const cell = sheet.getCell(line.row, index + 1);
    if (code === 'max_points') setPoints(cell, line, form);
    else if (code === 'value' || code === 'last_value') setFigure(cell, code, line.asks);
    else if (code === 'name') setName(cell, line);
    else setText(cell, texts[code] ?? '', styleOf(code, open && line.asks !== null, line));
  });
  sheet.getRow(line.row).height = heightOf(columns, texts, line);
}

function headTexts({ position, number, indicator, mainIndex, letter, asks }: FormLine): LineTexts {
  const evidence = indicator ? describeEvidence(indicator) : '';
  const part = letter && asks ? `(${letter}) ${nameOfInput(asks.indicator, asks.input)}` : '';
  return {
    position: position === null ? '' : `${position}`,
    number,
    name: [mainIndex?.name_vi ?? indicator?.name_vi ?? part, evidence].filter((text) => text !== '').join('\n'),
  };
}

const askedTexts = ({ indicator, input, filled }: FormRow, sources: string[]): LineTexts => ({
  declare: describeInput(indicator, input),
  unit_of_measure: unitOfInput(indicator, input),
  last_source: filled?.source_vi === undefined ? '' : sourceMark(sources, filled.source_vi),
  evidence: filled?.evidence ?? '',
  note: filled?.note ?? '',
  key: inputKey(indicator.indicator, input.input),
});

function styleOf(code: ColumnCode, open: boolean, { mainIndex }: FormLine): Partial<Style> {
  if (code === 'key') return annex.key;
  if (open) return styles.openText;
  if (code === 'position' || code === 'number') return mainIndex ? annex.headingCentred : annex.centred;
  return code === 'unit_of_measure' || code === 'last_source' ? annex.centred : annex.text;
}

function setName(cell: Cell, line: FormLine): void {
  const [name = '', evidence] = writableText(headTexts(line).name!).split('\n');
  cell.style = line.mainIndex ? annex.heading : line.letter === null ? annex.text : annex.part;
  if (evidence === undefined) cell.value = name;
  else
    cell.value = {
      richText: [
        { font: font(), text: `${name}\n` },
        { font: font({ italic: true, size: evidenceSize }), text: evidence },
      ],
    };
}

/** Of a main index all that it is worth, whatever part of it this form asks for. */
function setPoints(cell: Cell, { mainIndex, indicator }: FormLine, { framework }: FormSpec): void {
  cell.style = mainIndex ? annex.headingCentred : annex.centred;
  const points = mainIndex ? indicatorsOf(framework, mainIndex) : indicator ? [indicator] : [];
  if (points.length === 0) return;
  const sum = points.reduce((total, { max_points }) => total.plus(max_points), new Big(0)).toFixed();
  cell.style = { ...cell.style, numFmt: decimalFormat(shownDecimals(sum), false) };
  setDecimal(cell, sum);
}

function setFigure(cell: Cell, code: 'value' | 'last_value', asks: FormRow | null): void {
  cell.style = annex.text;
  if (!asks) return;
  const { indicator, input, filled } = asks;
  const open = code === 'value';
  if (choicesOf(indicator, input)) cell.style = open ? styles.openText : styles.text;
  else {
    const numFmt = decimalFormat(input.decimals, isPercent(indicator));
    cell.style = { ...(open ? styles.openFigure : styles.figure), numFmt };
  }
  const shown = open || filled?.source_vi !== undefined;
  if (filled && shown) setInput(cell, indicator, input, filled.value);
}

const keySize = 7;
const evidenceSize = 11;
const leastHeight = 22;

/** Whatever is chosen later must fit: a row does not grow when its height is set. */
function heightOf(columns: readonly FormColumn[], texts: LineTexts, { asks, mainIndex }: FormLine): number {
  const label = asks ? longestLabel(asks) : '';
  const [name = '', evidence] = (texts.name ?? '').split('\n');
  const widest: LineTexts = { ...texts, name, value: label, last_value: asks?.filled?.source_vi ? label : '' };
  const shown = columns.filter(({ hidden }) => !hidden);
  const cells = shown.map(({ code, width }) => ({
    text: widest[code] ?? '',
    width,
    size: code === 'key' ? keySize : 12,
    bold: mainIndex !== null,
    ...(code === 'name' && evidence ? { below: { text: evidence, width, size: evidenceSize } } : {}),
  }));
  return Math.max(wrappedHeight(cells), leastHeight);
}

const longestLabel = ({ indicator, input }: FormRow): string =>
  (choicesOf(indicator, input) ?? []).reduce(
    (longest, { label_vi }) => (label_vi.length > longest.length ? label_vi : longest),
    '',
  );
