import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../../shared/submission/check-declared-values.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

const framework = frameworkOf([indicatorOf('awareness')]);

function told(format: 'csv' | 'json', bytes: Uint8Array) {
  const checked = checkDeclaredValues({
    bytes,
    format,
    expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
    context: { framework, members: new Set(['P04-2025']) },
  });
  expect(checked.accepted).toBe(false);
  return checked.findings.map(({ rule, row, field }) => [rule, row, field].filter((part) => part !== null).join(' '));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (evidence: string) => `indicator,value,evidence\nawareness,0.5,${evidence}\n`;
const json = (evidence: string) => `[{"indicator":"awareness","value":"0.5","evidence":${evidence}}]`;

/** Row 3 of the table of issue 8: `quyết định` in windows-1258 was stored as `quy�t ��i`. */
describe('JSON and CSV that are not UTF-8', () => {
  it.each([
    ['csv', csv],
    ['json', (evidence: string) => json(`"${evidence}"`)],
  ] as const)('are refused as the %s bytes of windows-1258, because its letters cannot be told', (format, write) => {
    const bytes = Buffer.from(write('quy\u00ea\u00ect \u00f0i\u00f2nh'), 'latin1');
    expect(told(format, bytes)).toEqual(['TABLE_NOT_UTF8']);
  });

  it('are refused where a gateway decoded them before us, at the place where characters were lost', () => {
    expect(told('csv', utf8(csv('quy\uFFFDt \uFFFD\uFFFDi')))).toEqual(['TABLE_NOT_UTF8 2 evidence']);
    expect(told('json', utf8(json('"quy\uFFFDt"')))).toEqual(['TABLE_NOT_UTF8 1 evidence']);
  });

  it('are told once, because the cause is the file and not each of its lines', () => {
    const lines = Array.from({ length: 50 }, () => 'awareness,0.5,\uFFFD').join('\n');
    expect(told('csv', utf8(`indicator,value,evidence\n${lines}`))).toEqual(['TABLE_NOT_UTF8 2 evidence']);
  });

  it('are refused where an escape of JSON leaves the mark of a lost character, or half a one', () => {
    expect(told('json', utf8(json('"a\\ufffd"')))).toEqual(['TABLE_NOT_UTF8 1 evidence']);
    expect(told('json', utf8(json('"a\\ud83d"')))).toEqual(['TABLE_NOT_UTF8 1 evidence']);
  });

  it('are told by that and not by their syntax, where a lost quote broke it as well', () => {
    expect(told('csv', utf8('indicator,value\n"awareness\uFFFD,0.5\n'))).toEqual(['TABLE_NOT_UTF8']);
    expect(told('json', utf8('[{"indicator":"\uFFFD}]'))).toEqual(['TABLE_NOT_UTF8']);
  });

  it('are refused in UTF-16, which Excel calls Unicode text', () => {
    expect(told('csv', Buffer.from(`\uFEFF${csv('x')}`, 'utf16le'))).toEqual(['TABLE_NOT_UTF8']);
  });

  it('are no matter of a byte order mark, which is left out of JSON and CSV alike', () => {
    for (const [format, text] of [
      ['csv', csv('CV 12')],
      ['json', json('"CV 12"')],
    ] as const) {
      const checked = checkDeclaredValues({
        bytes: utf8(`\uFEFF${text}`),
        format,
        expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
        context: { framework, members: new Set(['P04-2025']) },
      });
      expect(checked.findings).toEqual([]);
      expect(checked.observations).toMatchObject([{ value: '0.5', evidence: 'CV 12' }]);
    }
  });
});
