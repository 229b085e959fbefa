import { describe, expect, it } from 'vitest';
import { makeFinding, noPlace } from '../../../shared/submission/finding.ts';
import { sortFindings } from '../../../shared/submission/sort-findings.ts';
import type { Finding } from '../../../shared/submission/submission.ts';

const any = new Proxy({}, { get: () => 'x', has: () => true }) as Record<string, string>;
const params = Object.fromEntries(
  ['column', 'label', 'at_row', 'other_row', 'figure', 'framework_id', 'range', 'name', 'expected', 'found', 'current']
    .concat([
      'name_vi',
      'name_en',
      'indicator',
      'input',
      'number',
      'number_en',
      'bounds',
      'bounds_en',
      'input_vi',
      'expected_en',
    ])
    .map((name) => [name, any[name]!]),
);
const find = (rule: string, cell: string | null = null, sheet: string | null = cell && 'Số liệu'): Finding =>
  makeFinding(rule, { ...noPlace, sheet, cell }, params, 'x');
const sorted = (...findings: Finding[]) => sortFindings(findings).map(({ rule }) => rule);

describe('sortFindings', () => {
  it('tells errors before warnings, because they are what keeps a file from being accepted', () => {
    expect(sorted(find('TEMPLATE_OLD'), find('ROW_HIDDEN', 'I8'), find('OUT_OF_RANGE', 'I90'))).toEqual([
      'OUT_OF_RANGE',
      'TEMPLATE_OLD',
      'ROW_HIDDEN',
    ]);
  });

  it('starts with the cause where a file has several structural faults, because the rest comes of it', () => {
    const missing = find('MISSING_VALUE', null, 'Số liệu');
    const unknown = find('ROW_UNKNOWN', 'A9');
    const column = find('COLUMN_MISSING', null, 'Số liệu');
    expect(sorted(missing, unknown, column, find('PERIOD_MISMATCH'))).toEqual([
      'PERIOD_MISMATCH',
      'COLUMN_MISSING',
      'ROW_UNKNOWN',
      'MISSING_VALUE',
    ]);
    expect(sorted(find('OUT_OF_RANGE', 'I8'), find('ROW_WITHOUT_CODE', 'I20'), find('CELL_MERGED', 'I12'))).toEqual([
      'CELL_MERGED',
      'ROW_WITHOUT_CODE',
      'OUT_OF_RANGE',
    ]);
  });

  it('goes down the sheet among findings about cells, row 9 before row 10 and column Z before AA', () => {
    const cells = ['AA9', 'I10', 'Z9', 'I9'].map((cell) => find('OUT_OF_RANGE', cell));
    expect(sortFindings(cells).map(({ cell }) => cell)).toEqual(['I9', 'Z9', 'AA9', 'I10']);
  });
});
