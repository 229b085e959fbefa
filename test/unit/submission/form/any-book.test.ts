import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellBook, CellRow, CellSheet, CellValue } from '../../../../shared/submission/cell-book.ts';
import { checkSubmission } from '../../../../shared/submission/check-submission.ts';
import { columnCodes } from '../../../../shared/submission/form/form-layout.ts';
import { version1Codes } from '../../../../shared/submission/form/form-version-1.ts';
import { ruleEntry } from '../../../../shared/submission/rules/catalogue.ts';
import { compareDecimals, isCanonicalDecimal } from '../../../../shared/submission/values/decimal-text.ts';
import { formOf, frameworkOf, indicatorOf, signingKey } from '../../../support/forms.ts';

const framework = frameworkOf([
  indicatorOf('a1', { evidence_required: true }),
  indicatorOf('a2', { unit_of_measure_vi: '%' }),
  indicatorOf('a3', { rule: 'yes_no', inputs: [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }] }),
  indicatorOf('a4', { assessed: false }),
]);
const form = formOf(framework);

const words = [
  'a1',
  'a2',
  'a3',
  'a4',
  'a1/value',
  'a3/answer',
  'a2/',
  'value',
  'answer',
  'Tổng',
  'Có',
  '0,5',
  '1.234',
  '45%',
  '',
  '__proto__',
  '\u202E1',
];
const plain: fc.Arbitrary<CellValue> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme' })),
    rich: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    text: fc.constantFrom('0', '-1', '0.5', '0.12345', '1', '45.6', '9'.repeat(20)),
  }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('date' as const), iso: fc.constant('2024-02-29') }),
  fc.record({ kind: fc.constant('error' as const), code: fc.constant('#REF!') }),
);
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 4, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('formula' as const),
      cached: fc.option(plain),
      external: fc.boolean(),
    }),
  },
);

const text = (value: string): CellValue => ({ kind: 'text', text: value, rich: false });
const rowOf = (row: number, hidden: boolean, cells: CellValue[]): [number, CellRow] => [
  row,
  { row, hidden, cells: new Map(cells.map((value, index) => [index + 1, value])) },
];

/** The order of the code row's columns. */
const version1 = ['indicator', 'input', 'value', 'evidence', 'note'];
const codes = ['key', 'value', 'evidence', 'note'];

const sheet: fc.Arbitrary<CellSheet> = fc
  .record({
    header: fc.oneof(
      fc.constant(codes),
      fc.constant(version1),
      fc.subarray([...new Set([...columnCodes, ...version1Codes]), 'value', 'khác']),
    ),
    at: fc.integer({ min: 1, max: 33 }),
    rows: fc.array(fc.tuple(fc.boolean(), fc.array(cell, { maxLength: 5 })), { maxLength: 8 }),
    name: fc.constantFrom('Số liệu', 'Sheet1', 'dti_meta'),
    merges: fc.subarray(['A1:B2', 'A5:A9', 'C3:C40', 'XFD1:XFD2']),
  })
  .map(({ header, at, rows, name, merges }) => ({
    name,
    visibility: 'visible' as const,
    merges,
    rows: new Map([
      rowOf(at, false, header.map(text)),
      ...rows.map(([hidden, cells], i) => rowOf(at + 1 + i, hidden, cells)),
    ]),
  }));

const book: fc.Arbitrary<CellBook> = fc
  .tuple(fc.uniqueArray(sheet, { maxLength: 3, selector: ({ name }) => name }), fc.boolean(), fc.string())
  .map(([sheets, isSigned, comment]) => ({
    sheets,
    properties: {
      title: null,
      subject: null,
      keywords: null,
      description: isSigned ? JSON.stringify({ ...form.identity, signature: form.signature }) : comment,
    },
  }));

const answer = (cells: CellBook) =>
  checkSubmission(
    {
      bytes: new Uint8Array(1),
      expected: { group: 'province34', period: '2024', unit_id: null },
      context: { framework, members: new Set(['P04-2025']) },
    },
    { signingKey, openWorkbook: async () => ({ book: cells, findings: [] }) },
  );

describe('checkSubmission on any cells', () => {
  it('never throws, never rejects without a finding, and finds only rules that have words', async () => {
    await fc.assert(
      fc.asyncProperty(book, async (cells) => {
        const { accepted, findings, observations } = await answer(cells);
        const errors = findings.filter(({ severity }) => severity === 'error');
        expect(errors.length > 0).toBe(!accepted);
        if (!accepted) expect(observations).toEqual([]);
        for (const { rule, message_vi } of findings) expect(ruleEntry(rule) && message_vi).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });

  it('accepts only figures within the bounds of their input, every one that is asked for', async () => {
    const figure = fc.constantFrom<CellValue>(
      ...['0', '0.5', '1', '0.12345', '2', '-1'].map((value): CellValue => ({ kind: 'number', text: value })),
      ...['0,5', '1,5', '50%', 'Có', '1.234', ''].map(text),
    );
    const filled = fc.tuple(figure, figure, figure, fc.boolean()).map(([a1, a2, a3, proven]): CellBook => {
      const rows = [
        rowOf(1, false, codes.map(text)),
        rowOf(2, false, [text('a1/value'), a1, text(proven ? 'CV 12' : '')]),
        rowOf(3, false, [text('a2/value'), a2]),
        rowOf(4, false, [text('a3/answer'), a3]),
      ];
      const description = JSON.stringify({ ...form.identity, signature: form.signature });
      return {
        sheets: [{ name: 'Số liệu', visibility: 'visible', merges: [], rows: new Map(rows) }],
        properties: { title: null, subject: null, keywords: null, description },
      };
    });
    let acceptedOnce = false;
    await fc.assert(
      fc.asyncProperty(filled, async (cells) => {
        const { accepted, observations } = await answer(cells);
        acceptedOnce ||= accepted;
        expect(observations).toHaveLength(accepted ? 3 : 0);
        for (const { value } of observations) {
          expect(isCanonicalDecimal(value)).toBe(true);
          expect(compareDecimals(value, '0') >= 0 && compareDecimals(value, '1') <= 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(acceptedOnce).toBe(true);
  });
});
