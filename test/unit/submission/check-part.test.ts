import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../shared/submission/check-declared-values.ts';
import type { CheckContext } from '../../../shared/submission/figure.ts';
import type { CheckedSubmission, Observation } from '../../../shared/submission/submission.ts';
import { currentOf, observationOf, ratioOf } from '../../support/figures.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';

interface Row {
  indicator: string;
  input: string;
  value: string | null;
  evidence?: string | null;
  note?: string | null;
}

const indicators = [
  indicatorOf('a', { evidence_required: true }),
  ratioOf('r'),
  indicatorOf('p', {
    rule: 'additive_parts',
    inputs: ['part_1', 'part_2', 'part_3'].map((input) => ({ input, decimals: 0, minimum: '0', maximum: '1' })),
  }),
];
const lenient = frameworkOf(indicators, { unanswered: 'zero_points' });
const strict = frameworkOf(indicators);
const inputs = indicators.flatMap(({ indicator, inputs }) => inputs.map(({ input }) => ({ indicator, input })));

function send(rows: Row[], { partial = true, ...context }: Partial<CheckContext> & { partial?: boolean } = {}) {
  return checkDeclaredValues({
    bytes: new TextEncoder().encode(JSON.stringify(rows)),
    format: 'json',
    expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
    context: { framework: lenient, members: new Set(['P04-2025']), ...context },
    partial,
  });
}

const told = ({ findings }: CheckedSubmission) => findings.map(({ rule, row }) => `${rule}@${row ?? ''}`);
const row = (key: string, value: string | null, rest: Partial<Row> = {}): Row => {
  const [indicator, input = 'value'] = key.split('/') as [string, string?];
  return { indicator, input, value, ...rest };
};

/** Of a form, whole; each figure in a cell of its own. */
const whole = [
  observationOf('a', '0.5', { evidence: 'QĐ 12', cell: 'I8' }),
  observationOf('r/numerator', '3', { note: 'tạm tính', cell: 'I9' }),
  observationOf('r/denominator', '4', { cell: 'I10' }),
  ...['1', '0', '1'].map((value, index) => observationOf(`p/part_${index + 1}`, value, { cell: `I${11 + index}` })),
];
const current = currentOf(whole);

describe('a part by JSON or CSV', () => {
  it('becomes a whole in which each figure keeps the file and the place it came from', () => {
    const checked = send([row('r/numerator', '3.5', { note: 'chính thức' })], { current, framework: strict });
    expect(checked).toMatchObject({ accepted: true, findings: [] });
    const [sent, ...kept] = checked.observations;
    const place = { submission_sha256: checked.sha256, sheet: null, cell: null, row: 1 };
    expect(sent).toEqual(observationOf('r/numerator', '3.5', { note: 'chính thức', ...place }));
    expect(kept).toEqual(whole.filter(({ input }) => input !== 'numerator'));
  });

  it('without a current submission is judged as a whole', () => {
    expect(told(send([row('a', '0.5', { evidence: 'QĐ 1' })], { framework: strict }))).toEqual(
      Array(5).fill('RECORD_MISSING@'),
    );
  });

  it('is not asked for when the whole is sent: what is not in it is withdrawn', () => {
    const sent = send([row('a', '0.6', { evidence: 'QĐ 1' })], { current, partial: false });
    expect(told(sent)).toEqual(Array(5).fill('FIGURE_WITHDRAWN@'));
  });

  it('is judged over the merged whole; what is found at a figure that was not sent is named and has no row', () => {
    const checked = send([row('r/denominator', '2')], { current });
    expect(checked.findings).toMatchObject([
      { rule: 'NUMERATOR_ABOVE_DENOMINATOR', row: null, field: null, cell: null },
    ]);
    expect(checked.findings[0]?.message_vi).toContain('“Chỉ số r”: tử số a = 3 lớn hơn mẫu số b = 2');
  });

  it('compares figures that were not sent with the past, as a whole would be', () => {
    const previous = [{ indicator: 'a', input: 'value', value: '0.1', release: 'dti/province34/2023/r1' }];
    const [jump] = send([row('r/numerator', '2')], { current, previous }).findings;
    expect(jump).toMatchObject({ rule: 'JUMP_AGAINST_RELEASE', row: null, value: '0.5' });
    expect(jump?.message_vi).toContain('“Chỉ số a” (giá trị): giá trị 0,5');
  });

  it('replaces a row with its evidence: what is sent without any lacks it', () => {
    expect(told(send([row('a', '0.6')], { current }))).toEqual(['EVIDENCE_MISSING@1']);
    expect(told(send([row('a', '0.6', { evidence: 'QĐ 13' })], { current }))).toEqual([]);
  });

  it('withdraws by a row without a value and with a note, and remembers why in the parts that follow', () => {
    expect(told(send([row('a', null)], { current }))).toEqual(['FIGURE_WITHDRAWN@1']);
    const withdrawn = send([row('a', '', { note: 'ghi nhầm' })], { current });
    expect(told(withdrawn)).toEqual(['UNANSWERED@1']);
    expect(withdrawn.explained).toEqual([{ indicator: 'a', input: 'value', note: 'ghi nhầm' }]);
    const next = send([row('r/numerator', '2')], { current: { ...withdrawn, receipt: 4 } });
    expect(told(next)).toEqual(['UNANSWERED@']);
    expect(next.explained).toEqual(withdrawn.explained);
  });

  it('cannot take half of an indicator away, note or not', () => {
    const half = send([row('r/numerator', '', { note: 'ghi nhầm' })], { current });
    expect(told(half)).toEqual(['MISSING_VALUE@1']);
  });

  it('that cannot be read refuses all of it and names no other row', () => {
    expect(told(send([row('a', 'nhiều', { evidence: 'QĐ 1' })], { current }))).toEqual(['NOT_NUMBER@1']);
  });
});

const keyOf = ({ indicator, input }: Pick<Row, 'indicator' | 'input'>) => `${indicator}/${input}`;
const byKey = (observations: Observation[]) =>
  Object.fromEntries(observations.map((observation) => [keyOf(observation), observation]));

/** Any text that was not lost on its way: one with the sign of that is refused. */
const sentText = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\uFFFD'));

/** Rows of any inputs, each once, with values that every input takes. */
const rowsOf = (from: typeof inputs, minLength = 1) =>
  fc
    .subarray(from, { minLength })
    .chain((some) =>
      fc.tuple(
        ...some.map((input) =>
          fc
            .record({ value: fc.constantFrom('0', '1'), note: fc.option(sentText) })
            .map(({ value, note }): Row => ({ ...input, value, evidence: 'QĐ 12', note })),
        ),
      ),
    );

/** Numerators at most their denominators are another rule's matter. */
const free = inputs.filter(({ indicator }) => indicator !== 'r');

describe('merging a part', () => {
  it('is the whole with the rows sent in place of those that stood, the others byte for byte', () => {
    fc.assert(
      fc.property(rowsOf(free), (rows) => {
        const merged = send(rows, { current, framework: strict });
        const alone = send(rows, { partial: false });
        const sent = new Set(rows.map(keyOf));
        const { observations } = merged;
        expect(merged.accepted).toBe(true);
        expect(observations).toHaveLength(whole.length);
        const untouched = observations.filter((figure) => !sent.has(keyOf(figure)));
        expect(JSON.stringify(untouched)).toBe(JSON.stringify(whole.filter((figure) => !sent.has(keyOf(figure)))));
        for (const figure of observations.filter((one) => sent.has(keyOf(one)))) {
          expect(figure.submission_sha256).toBe(alone.sha256);
          expect(rows[figure.row! - 1]).toMatchObject({ indicator: figure.indicator, value: figure.value });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of all rows is the same as sending the whole', () => {
    fc.assert(
      fc.property(rowsOf(free, free.length), (rows) => {
        const all = [...rows, row('r/numerator', '1'), row('r/denominator', '1')];
        const part = send(all, { current, framework: strict });
        expect(part).toEqual(send(all, { current, framework: strict, partial: false }));
      }),
      { numRuns: 30 },
    );
  });

  it('of two parts one after the other is that of both at once, where they speak of different indicators', () => {
    const [first, second] = [
      free.filter(({ indicator }) => indicator === 'a'),
      free.filter(({ indicator }) => indicator === 'p'),
    ];
    const values = (observations: Observation[]) =>
      Object.values(byKey(observations))
        .map(({ submission_sha256, row, ...figure }) => figure)
        .sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1));
    fc.assert(
      fc.property(rowsOf(first), rowsOf(second), (one, two) => {
        const after = send(two, { current: { ...send(one, { current }), receipt: 4 } });
        expect(values(after.observations)).toEqual(values(send([...one, ...two], { current }).observations));
      }),
      { numRuns: 100 },
    );
  });
});
