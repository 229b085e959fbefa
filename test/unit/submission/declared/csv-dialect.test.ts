import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../../shared/submission/check-declared-values.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

const count = { inputs: [{ input: 'value', decimals: 0, minimum: '0', maximum: null }] };
const framework = frameworkOf([indicatorOf('awareness'), indicatorOf('share'), indicatorOf('people', count)]);

const check = (content: string) =>
  checkDeclaredValues({
    bytes: new TextEncoder().encode(content),
    format: 'csv',
    expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
    context: { framework, members: new Set(['P04-2025']) },
  });

const answer = (content: string) => {
  const { observations, findings } = check(content);
  return findings.length > 0
    ? findings.map(({ rule, row, field, value }) =>
        [`${rule}@${row}`, field, value].filter((part) => part !== null).join(' '),
      )
    : observations.map(({ value }) => value);
};

describe('CSV with semicolons', () => {
  it('is read with decimal commas when the whole file agrees, because Excel in Vietnamese saves so', () => {
    expect(answer('indicator;value\nawareness;0,9286\nshare;0,5\npeople;1234\n')).toEqual(['0.9286', '0.5', '1234']);
    const quoted = '\uFEFFindicator;value;note\r\nawareness;"0,9286";"a; b, c"\r\nshare;1;\r\npeople;0\r\n';
    expect(answer(quoted)).toEqual(['0.9286', '1', '0']);
    expect(check(quoted).observations[0]?.note).toBe('a; b, c');
  });

  it('is read with decimal points when the whole file agrees, because programs write so', () => {
    expect(answer('indicator;value\nawareness;0.9286\nshare;0.5\npeople;1234\n')).toEqual(['0.9286', '0.5', '1234']);
  });

  it('is refused with the reason where two notations stand beside each other, because one of them means something else', () => {
    expect(answer('indicator;value\nawareness;0,9286\nshare;0.5\npeople;1\n')).toEqual([
      'CSV_DECIMALS_MIXED@3 value 0.5',
    ]);
    expect(answer('indicator;value\nawareness;0,9286\nshare;0,5\npeople;1.234\n')).toEqual([
      'CSV_DECIMALS_MIXED@4 value 1.234',
    ]);
    const [finding] = check('indicator;value\nawareness;0.5\nshare;0,5\npeople;1\n').findings;
    expect(finding?.message_vi).toBe(
      'Giá trị “0,5” và “0.5” (dòng 2) dùng hai dấu thập phân khác nhau. Đề nghị dùng dấu phẩy cho cả tệp.',
    );
  });

  it('is refused where a point may part thousands, because nothing else in the file tells', () => {
    expect(answer('indicator;value\nawareness;1\nshare;1\npeople;1.234\n')).toEqual(['NUMBER_AMBIGUOUS@4 value 1.234']);
  });

  it('is refused where lines and header are separated in two ways, because a line would be one long code', () => {
    expect(answer('indicator;value\nawareness,0.5\n')).toEqual(['CSV_DELIMITERS_MIXED@2']);
    expect(answer('indicator,value\nawareness;0,5\n')).toEqual(['CSV_DELIMITERS_MIXED@2']);
    expect(answer('indicator;value,note\nawareness;0,5\n')).toEqual(['CSV_DELIMITERS_MIXED@1']);
  });
});
