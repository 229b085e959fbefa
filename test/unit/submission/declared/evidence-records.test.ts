import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../../shared/submission/check-declared-values.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

const framework = frameworkOf([indicatorOf('a', { evidence_required: true })]);

const check = (evidence: unknown) =>
  checkDeclaredValues({
    bytes: new TextEncoder().encode(JSON.stringify([{ indicator: 'a', value: '0.5', evidence }])),
    format: 'json',
    expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
    context: { framework, members: new Set(['P04-2025']) },
  });

describe('evidence as a list of records', () => {
  it('is kept as it is, and as the text that a form would hold', () => {
    const record = {
      number: '12/QĐ-UBND',
      date: '2026-03-05',
      issuer: 'UBND tỉnh',
      title: 'Đề án',
      file_sha256: 'a'.repeat(64),
    };
    const { findings, observations } = check([{ ...record, address: null }, { address: 'https://a.vn/1' }]);
    expect(findings).toEqual([]);
    expect(observations).toMatchObject([
      {
        evidence: `số 12/QĐ-UBND, ngày 05/03/2026, của UBND tỉnh, tệp SHA-256 ${'a'.repeat(64)}, Đề án; https://a.vn/1`,
        evidence_records: [record, { address: 'https://a.vn/1' }],
      },
    ]);
  });

  it('comes back from a form as the same records, the file among them', () => {
    const records = [{ number: '12/QĐ-UBND', title: 'Đề án', file_sha256: 'a1'.repeat(32) }];
    const evidence = check(records).observations[0]!.evidence;
    expect(check(evidence).observations).toMatchObject([{ evidence, evidence_records: records }]);
  });

  it('is proof by a file alone', () => {
    expect(check([{ file_sha256: 'a'.repeat(64) }]).accepted).toBe(true);
  });

  it.each<[string, unknown, string]>([
    ['nothing', [], 'evidence'],
    ['an empty record', [{}], 'evidence'],
    ['a text among records', ['QĐ 1'], 'evidence'],
    ['an unknown field', [{ so: '12' }], 'so'],
    ['a field that is no text', [{ title: { a: 1 } }], 'title'],
    ['words that say there is none', [{ title: 'không có' }], 'title'],
    ['a day that there is not', [{ date: '2026-02-30' }], 'date'],
    ['a day in another notation', [{ date: '05/3/2026' }], 'date'],
    ['a script for an address', [{ address: 'javascript:alert(1)' }], 'address'],
    ['a hash cut short', [{ file_sha256: 'abc' }], 'file_sha256'],
    ['a prototype', JSON.parse('[{"__proto__":{"title":"x"}}]'), '__proto__'],
    ['more than anybody looks at', Array.from({ length: 51 }, () => ({ title: 'QĐ 1' })), 'evidence'],
  ])('is refused with %s', (_, evidence, name) => {
    expect(check(evidence).findings).toMatchObject([
      { rule: 'EVIDENCE_RECORD', row: 1, field: 'evidence', message_vi: expect.stringContaining(`“${name}”`) },
    ]);
  });

  it('is held to the bounds of every text, and to its characters', () => {
    const rules = (evidence: unknown) => check(evidence).findings.map(({ rule }) => rule);
    expect(rules([{ title: 'x1'.repeat(17_000) }])).toEqual(['CELL_TEXT_TOO_LONG']);
    expect(rules([{ title: 'Quy\uFFFDt \u0111\u1ECBnh' }])).toEqual(['TABLE_NOT_UTF8']);
  });

  it('leaves a text as it is, and reads it into records too', () => {
    expect(check('QĐ 12/QĐ-UBND').observations).toMatchObject([
      { evidence: 'QĐ 12/QĐ-UBND', evidence_records: [{ number: '12/QĐ-UBND', title: 'QĐ' }] },
    ]);
  });
});
