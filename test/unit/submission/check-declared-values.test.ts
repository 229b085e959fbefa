import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../shared/submission/check-declared-values.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';

const framework = frameworkOf([
  indicatorOf('awareness'),
  indicatorOf('services', {
    rule: 'ratio',
    inputs: ['numerator', 'denominator'].map((input) => ({ input, decimals: 0, minimum: '0', maximum: null })),
  }),
]);

function check(format: 'csv' | 'json', content: string | Uint8Array | object) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return checkDeclaredValues({
    bytes: content instanceof Uint8Array ? content : new TextEncoder().encode(text),
    format,
    expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
    context: { framework, members: new Set(['P04-2025']) },
  });
}

const at = ({ findings }: ReturnType<typeof check>) =>
  findings.map(({ rule, row, field }) => `${rule}@${row ?? ''}:${field ?? ''}`);
const figures = ({ observations }: ReturnType<typeof check>) =>
  observations.map(({ indicator, input, value }) => `${indicator}/${input}=${value}`);

const goodCsv =
  'indicator,input,value,evidence,note\nawareness,,0.929,CV 12,"a, b"\nservices,numerator,5\nservices,denominator,1234\n';
const expected = ['awareness/value=0.929', 'services/numerator=5', 'services/denominator=1234'];

describe('checkDeclaredValues', () => {
  it('accepts CSV, whose decimal point is never a thousands separator', () => {
    const checked = check('csv', goodCsv);
    expect(checked.findings).toEqual([]);
    expect(figures(checked)).toEqual(expected);
    expect(checked.observations[0]).toMatchObject({ evidence: 'CV 12', note: 'a, b', sheet: null, cell: null });
  });

  it('accepts the same as JSON, numbers with every digit as sent', () => {
    const json = `[{"indicator":"awareness","value":0.929,"evidence":"CV 12","note":null},
      {"indicator":"services","input":"numerator","value":"5"},
      {"indicator":"services","input":"denominator","value":1234}]`;
    expect(figures(check('json', json))).toEqual(expected);
    const long = check('json', json.replace('0.929', '0.92900000000000000001'));
    expect(long.findings).toMatchObject([{ rule: 'TOO_MANY_DECIMALS', value: '0.92900000000000000001', row: 1 }]);
  });

  it('takes the byte order mark, CRLF and blank lines that spreadsheets add', () => {
    expect(figures(check('csv', `\uFEFF${goodCsv.replaceAll('\n', '\r\n')}\r\n`))).toEqual(expected);
  });

  it('names row and field, with the rules of the form', () => {
    const csv = goodCsv.replace('0.929', '1.5').replace('denominator,1234', 'denominator,');
    expect(at(check('csv', csv))).toEqual(['OUT_OF_RANGE@2:value', 'MISSING_VALUE@4:value']);
  });

  it('gives examples that this door takes and that the bounds allow', () => {
    const words = (csv: string) => check('csv', csv).findings.map(({ message_vi }) => message_vi);
    expect(words(goodCsv.replace('0.929', '92%'))).toEqual(['Giá trị “92%” chưa phải là số. Đề nghị nhập dạng 0.92.']);
    expect(words(goodCsv.replace(',5\n', ',năm\n'))[0]).toContain('Đề nghị nhập dạng 1234.');
  });

  it('takes a value of invisible characters only for none', () => {
    const list = [{ indicator: 'awareness', value: '\u200B' }];
    expect(at(check('json', list))).toContain('MISSING_VALUE@1:value');
  });

  it('refuses a table beyond any form before it makes a finding of each of its lines', () => {
    const lines = Array.from({ length: 2001 }, (_, index) => `x${index},1\n`);
    expect(at(check('csv', `indicator,value\n${lines.join('')}`))).toEqual(['TABLE_TOO_LARGE@:']);
    expect(at(check('csv', `indicator,value${',a'.repeat(200)}\n`))).toEqual(['TABLE_TOO_LARGE@1:']);
    const list = lines.map((indicator) => ({ indicator, value: '1' }));
    expect(at(check('json', list))).toEqual(['TABLE_TOO_LARGE@:']);
  });

  it('holds texts to the bounds of a workbook: half a million marks on one letter would be sorted for a minute', () => {
    const send = (evidence: string) => at(check('json', [{ indicator: 'awareness', value: '0.5', evidence }]));
    expect(send('x'.repeat(32_768))).toEqual(['CELL_TEXT_TOO_LONG@1:evidence']);
    expect(send(`a${'\u0323\u0302'.repeat(16)}`)).toEqual(['TEXT_TOO_MANY_MARKS@1:evidence']);
    const csv = goodCsv.replace('CV 12', 'x'.repeat(32_768));
    expect(at(check('csv', csv))).toEqual(['CELL_TEXT_TOO_LONG@2:evidence']);
  });

  it('names what is unknown, doubled or missing', () => {
    const csv = 'indicator,value\nawareness,0.5\nawareness,0.6\nmagic,1\n';
    expect(at(check('csv', csv))).toEqual([
      'RECORD_MISSING@:',
      'RECORD_MISSING@:',
      'ROW_DUPLICATE@3:indicator',
      'ROW_UNKNOWN@4:indicator',
    ]);
  });

  it('says of a known code without its input that the input is not clear, and which there are', () => {
    const findings = (rows: string) => check('csv', `indicator,input,value\n${rows}`).findings;
    const [finding] = findings('services,,5\n').filter(({ rule }) => rule === 'INPUT_UNKNOWN');
    expect(finding).toMatchObject({ row: 2, field: 'input', value: 'services' });
    expect(finding!.message_vi).toContain('Đề nghị ghi một trong: numerator (tử số), denominator (mẫu số);');
    expect(at(check('csv', 'indicator,input,value\nservices,third,5\n'))).toContain('INPUT_UNKNOWN@2:input');
  });

  it('does not read a comma for a point, nor an exponent', () => {
    const csv = goodCsv.replace('0.929', '"0,929"').replace('1234', '1e3');
    expect(at(check('csv', csv))).toEqual(['NOT_NUMBER@2:value', 'NOT_NUMBER@4:value']);
  });

  it('stops at a header that it does not know, instead of guessing columns', () => {
    expect(at(check('csv', 'indicator,giá trị\nawareness,1\n'))).toEqual([
      'FIELD_UNKNOWN@1:giá trị',
      'FIELD_MISSING@1:value',
    ]);
    expect(at(check('csv', 'indicator,value,value\nawareness,1,2\n'))).toEqual(['FIELD_UNKNOWN@1:value']);
  });

  it('stops at a comma that was not quoted, which would shift the fields', () => {
    expect(at(check('csv', 'indicator,value\nawareness,0,5\n'))).toEqual(['FIELD_COUNT@2:']);
  });

  it('refuses what is neither UTF-8, nor CSV, nor a list of objects', () => {
    expect(at(check('csv', new Uint8Array([0x69, 0xff, 0xfe])))).toEqual(['TABLE_NOT_UTF8@:']);
    expect(at(check('csv', 'indicator,value\n"awareness,1'))).toEqual(['TABLE_NOT_READ@:']);
    expect(at(check('csv', ''))).toEqual(['TABLE_NOT_READ@:']);
    for (const json of ['{', '{"a":1}', '[1]', '[null]']) expect(at(check('json', json))).toEqual(['TABLE_NOT_READ@:']);
  });

  it('names fields that are missing, unknown or neither text nor number', () => {
    const json = [{ indicator: 'awareness' }, { indicator: 'services', input: ['numerator'], value: 1, by: 'x' }];
    expect(at(check('json', json))).toEqual(['FIELD_UNKNOWN@2:by', 'FIELD_MISSING@1:value', 'FIELD_NOT_TEXT@2:input']);
  });

  it('is not led astray by names that every object has', () => {
    expect(at(check('json', '[{"__proto__":{"value":"1"},"indicator":"awareness"}]'))).toContain(
      'FIELD_MISSING@1:value',
    );
    expect(at(check('json', '[{"indicator":"awareness","value":"1","constructor":"x"}]'))).toEqual([
      'FIELD_UNKNOWN@1:constructor',
    ]);
  });

  it('rejects a unit outside the group', () => {
    const checked = checkDeclaredValues({
      bytes: new TextEncoder().encode(goodCsv),
      format: 'csv',
      expected: { group: 'province34', period: '2024', unit_id: 'P99' },
      context: { framework, members: new Set(['P04-2025']) },
    });
    expect(at(checked)).toEqual(['UNIT_NOT_IN_GROUP@:']);
    expect(checked.accepted).toBe(false);
  });
});
