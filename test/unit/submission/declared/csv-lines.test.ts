import { describe, expect, it } from 'vitest';
import { parseDeclaredCsv } from '../../../../shared/submission/declared/parse-declared-csv.ts';

const rowsOf = (text: string) =>
  parseDeclaredCsv(new TextEncoder().encode(text)).rows.map(({ row, cells }) => [row, cells.value]);

/** The line of an editor that holds the value of each row. */
const lineOf = (text: string, value: string) =>
  1 + text.split(/\r\n|\n|\r/).findIndex((line) => line.includes(`,${value},`));

describe('the line of a CSV row', () => {
  const table = [
    'indicator,value,note',
    'a,11,"hai',
    'dòng"',
    'b,12,một',
    '',
    '',
    'c,13,"ba',
    '',
    'dòng"',
    'd,14,cuối',
    '',
  ];

  it.each([
    ['\n', 'line feeds'],
    ['\r\n', 'those of Windows, within quotes too'],
    ['\r', 'carriage returns'],
  ])('is the one that its figure stands on, as an editor counts (%j: %s)', (lineBreak) => {
    const text = table.join(lineBreak);
    const expected = ['11', '12', '13', '14'].map((value) => [
      lineOf(text, value),
      { kind: 'text', text: value, rich: false },
    ]);
    expect(expected.map(([line]) => line)).toEqual([2, 4, 7, 10]);
    expect(rowsOf(text)).toEqual(expected);
    expect(rowsOf(`\uFEFF${text}`)).toEqual(expected);
  });

  it('counts letters of several bytes as letters', () => {
    const text = 'indicator,value,note\na,11,"Huế\nĐà Nẵng"\nb,12,ế\n';
    expect(rowsOf(text).map(([row]) => row)).toEqual([2, 4]);
  });

  it('counts what comes before the header', () => {
    expect(rowsOf('\n\nindicator,value\na,1\n').map(([row]) => row)).toEqual([4]);
  });
});
