import fc from 'fast-check';
import type { CellBook, CellRow, CellSheet, CellValue } from '../../../shared/submission/cell-book.ts';
import { neededColumns } from '../../../shared/submission/form/form-layout.ts';
import type { FormSpec } from '../../../shared/submission/form/form-spec.ts';
import { keys } from './round.ts';

const text = (value: string, rich = false): CellValue => ({ kind: 'text', text: value, rich });

const words = [
  'Có',
  '0,5',
  '1.234',
  '45%',
  '-',
  'x',
  '_x0041_',
  '=1+1',
  '\u202E1',
  'a\nb',
  ' 7 ',
  '#REF!',
  '[CẦN NHẬP LẠI 1] x',
];
const numbers = ['0', '-1', '0.5', '0.12345', '1', '45.6', '9'.repeat(15)];

const plain: fc.Arbitrary<CellValue> = fc.oneof(
  fc
    .tuple(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' })), fc.boolean())
    .map(([one, rich]) => text(one.normalize('NFC'), rich)),
  fc.constantFrom(...numbers).map((one): CellValue => ({ kind: 'number', text: one })),
  fc.boolean().map((value): CellValue => ({ kind: 'boolean', value })),
  fc.constantFrom('2024-02-29', '1900-01-12').map((iso): CellValue => ({ kind: 'date', iso })),
  fc.constantFrom('#REF!', '#NUM!').map((code): CellValue => ({ kind: 'error', code })),
);

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('formula' as const), cached: fc.option(plain), external: fc.boolean() }),
  },
);

/** What stands in one row, by its codes. */
type Fields = Record<string, CellValue | undefined>;

const row: fc.Arbitrary<Fields> = fc
  .record({
    key: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...keys) },
      { weight: 1, arbitrary: fc.constantFrom('', 'x/value', 'a', 'r') },
    ),
    value: fc.option(cell, { freq: 4, nil: undefined }),
    evidence: fc.option(cell, { freq: 2, nil: undefined }),
    note: fc.option(cell, { freq: 2, nil: undefined }),
  })
  .map(({ key, ...open }) => {
    const [indicator = '', input = ''] = key.split('/');
    return { ...open, key: text(key), indicator: text(indicator), input: text(input) };
  });

function sheetOf(header: string[], rows: Fields[], merges: string[]): CellSheet {
  const lines = [Object.fromEntries(header.map((code) => [code, text(code)])), ...rows];
  const cellsOf = (fields: Fields): CellRow['cells'] =>
    new Map(header.flatMap((code, at) => (fields[code] ? [[at + 1, fields[code]!] as const] : [])));
  return {
    name: 'Số liệu',
    visibility: 'visible',
    merges,
    rows: new Map(lines.map((fields, at) => [at + 1, { row: at + 1, hidden: at === 3, cells: cellsOf(fields) }])),
  };
}

/** Books of our form, with anything in their cells, rows in any number, columns lost and cells merged. */
export const arbitraryBook = ({ identity, signature }: FormSpec): fc.Arbitrary<CellBook> =>
  fc
    .record({
      header: fc.oneof(
        { weight: 4, arbitrary: fc.constant<string[]>([...neededColumns]) },
        { weight: 1, arbitrary: fc.subarray<string>([...neededColumns, 'value']) },
      ),
      rows: fc.array(row, { maxLength: 14 }),
      merges: fc.oneof(
        { weight: 4, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.subarray<string>(['A2:A3', 'C3:D3', 'C4:C6', 'B5:E7']) },
      ),
    })
    .map(({ header, rows, merges }) => ({
      sheets: [sheetOf(header, rows, merges)],
      properties: {
        title: null,
        subject: null,
        keywords: null,
        description: JSON.stringify({ ...identity, signature }),
      },
    }));
