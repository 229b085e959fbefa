import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../../shared/submission/cell-book.ts';
import { parseMark } from '../../../../shared/submission/marks/mark.ts';
import { appraisalRules } from '../../../../shared/submission/rules/catalogue/appraisal-rules.ts';
import { evidenceRules } from '../../../../shared/submission/rules/catalogue/evidence-rules.ts';
import { tableRules } from '../../../../shared/submission/rules/catalogue/table-rules.ts';
import { ruleCatalogue } from '../../../../shared/submission/rules/catalogue.ts';
import { cellText } from '../../../../shared/submission/values/cell-text.ts';
import { openFields } from '../../../../shared/workbook/answer/sent-cell.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { editWorkbook, type FormChanges, formOf } from '../../../support/forms.ts';
import { hostileWorkbooks } from '../../../support/hostile-workbooks.ts';
import { arbitraryBook } from '../../../support/mistakes/arbitrary-book.ts';
import { openForm } from '../../../support/mistakes/edit-form.ts';
import { evidenceMistakes } from '../../../support/mistakes/evidence-mistakes.ts';
import { identityMistakes } from '../../../support/mistakes/identity-mistakes.ts';
import { layoutMistakes } from '../../../support/mistakes/layout-mistakes.ts';
import type { Mistake } from '../../../support/mistakes/mistake.ts';
import { keys, neverSent, type Round, rounds, sentValues, strict } from '../../../support/mistakes/round.ts';
import {
  type Answered,
  answerBook,
  answerTo,
  answerWorkbook,
  errorsOf,
  textsOf,
} from '../../../support/mistakes/send-back.ts';
import { valueMistakes } from '../../../support/mistakes/value-mistakes.ts';

const mistakes = [...valueMistakes, ...layoutMistakes, ...evidenceMistakes];
/** One of each rule of the guard: nothing of them is read, so that they are all alike to the answer. */
const hostile = [...new Map(hostileWorkbooks.map((one) => [one.refusedBy, one])).values()].filter(
  ({ refusedBy }) => refusedBy !== null,
);

/** Rules that an answer workbook is never given for, and why. */
const noWorkbook = new Map([
  ...tableRules.map(({ rule }) => [rule, 'of CSV and JSON, which are answered by row and field'] as const),
  ...evidenceRules.map(({ rule }) => [rule, 'of records and files of evidence, or a warning'] as const),
  ...appraisalRules.map(
    ({ rule }) => [rule, 'of the appraisal workbook, which is handed back as it is issued'] as const,
  ),
]);

/** A date as it is shown, and texts as they are read. */
function shown(cell: unknown): string {
  const value = cell as CellValue | undefined;
  const inner = value?.kind === 'formula' ? value.cached : value;
  if (inner?.kind === 'date') return inner.iso.split('-').reverse().join('/');
  return inner?.kind === 'number' ? inner.text : cellText(inner).replaceAll('\r', '');
}

async function sendWith(
  made: readonly Mistake[],
  { framework }: Round,
  changes: FormChanges = {},
): Promise<Uint8Array> {
  const form = formOf(framework, sentValues, changes);
  return editWorkbook(await writeTemplate(form), (book) => {
    for (const { make } of made) make(openForm(book, form));
  });
}

/** Sends the answer back as it is; returns it as it was read. */
async function expectLaw(sent: Answered, round: Round): Promise<Answered> {
  const bytes = await answerWorkbook(sent, round);
  const again = await answerTo(bytes, round);
  expect(errorsOf(again)).toEqual(errorsOf(sent));
  expect(again.checked.accepted).toBe(sent.checked.accepted);
  expectOnlySent(sent, again, round);
  return again;
}

/** And the answer to the answer, and so on: numbers of marks alone may change. */
async function expectLawAgain(again: Answered, round: Round): Promise<void> {
  const third = await answerTo(await answerWorkbook(again, round), round);
  expect(errorsOf(third)).toEqual(errorsOf(again));
  expect(textsOf(third.book, round, withoutId)).toEqual(textsOf(again.book, round, withoutId));
}

const withoutId = (cell: unknown): string => {
  const mark = parseMark(shown(cell));
  return mark ? `mark: ${mark.about}` : shown(cell);
};

const choices = new Map([
  ['1', 'Có'],
  ['0', 'Không'],
]);

/** No cell holds what was not sent for its own input. */
function expectOnlySent(sent: Answered, again: Answered, round: Round): void {
  const before = textsOf(sent.book, round, shown);
  const after = textsOf(again.book, round, shown);
  expect([...after.keys()].sort()).toEqual([...keys].sort());
  for (const [key, [row]] of after) {
    // One code in several rows: which of the figures is meant nobody knows but who sent them.
    if ((before.get(key) ?? []).length > 1) expect(parseMark(row!.value), key).not.toBeNull();
    for (const field of openFields) {
      const text = row![field];
      if (text === '' || parseMark(text)) continue;
      const own = (before.get(key) ?? []).map((one) => one[field]);
      expect([...own, ...own.map((one) => choices.get(one))], `${key} ${field}`).toContain(text);
    }
  }
}

/** What no mistake touched comes back as it was sent. */
function expectKept(again: Answered, made: readonly Mistake[], round: Round): void {
  if (made.some(({ touches }) => touches === null)) return;
  const touched = new Set(made.flatMap(({ touches }) => touches));
  const after = textsOf(again.book, round, shown);
  for (const { indicator, input, value, evidence = '', note = '' } of sentValues) {
    if (touched.has(`${indicator}/${input}`)) continue;
    const text = input === 'answer' ? choices.get(value) : value;
    expect(after.get(`${indicator}/${input}`)).toEqual([{ value: text, evidence, note }]);
  }
}

/** Each in one of its rounds; together they are tried in all. */
const cases = mistakes.map((one, at) => ({ ...one, one, round: one.rounds[at % one.rounds.length]! }));

describe('an answer sent back untouched', () => {
  it.each(cases)('is refused again for $rule: $name', async ({ rule, one, round }) => {
    const sent = await answerTo(await sendWith([one], round), round);
    expect(sent.checked.findings.map((finding) => finding.rule)).toContain(rule);
    const again = await expectLaw(sent, round);
    expectKept(again, [one], round);
    await expectLawAgain(again, round);
  });

  it.each(identityMistakes)('is refused again for $rule, with nothing of the file in it', async ({ rule, changes }) => {
    const sent = await answerTo(await sendWith([], strict, changes), strict);
    expect(sent.checked.findings.map((finding) => finding.rule)).toContain(rule);
    const again = await expectLaw(sent, strict);
    for (const [row] of textsOf(again.book, strict, shown).values()) expect(parseMark(row!.value)).not.toBeNull();
  });

  it.each(hostile)('is refused again for $refusedBy: $name', async ({ refusedBy, build }) => {
    const sent = await answerTo(build(), strict);
    expect(sent.checked.findings.map(({ rule }) => rule)).toContain(refusedBy);
    await expectLaw(sent, strict);
  });

  it('is refused for the same errors whatever mistakes were made together', async () => {
    const at = fc.nat({ max: mistakes.length - 1 });
    const some = fc.tuple(fc.constantFrom(0, 1, 2), fc.uniqueArray(at, { minLength: 2, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(some, async ([number, chosen]) => {
        const round = rounds[number]!;
        const made = chosen.map((one) => mistakes[one]!);
        const bytes = await sendWith(made, round).catch(() => null);
        // Two that cannot be made of one form, say a row that is gone and merged.
        if (bytes === null) return;
        const sent = await answerTo(bytes, round);
        fc.pre(!sent.checked.accepted);
        const again = await expectLaw(sent, round);
        expectKept(again, made, round);
        await expectLawAgain(again, round);
      }),
      { numRuns: 10 },
    );
  }, 180_000);

  it('is refused for the same errors whatever stood in the cells of the form', async () => {
    const books = fc
      .constantFrom(0, 1, 2)
      .chain((number) => fc.tuple(fc.constant(number), arbitraryBook(formOf(rounds[number]!.framework))));
    await fc.assert(
      fc.asyncProperty(books, async ([number, book]) => {
        const round = rounds[number]!;
        const sent = await answerBook({ book, findings: [] }, round);
        fc.pre(!sent.checked.accepted);
        await expectLaw(sent, round);
      }),
      { numRuns: 25 },
    );
  }, 180_000);

  it('holds nothing that it was prefilled with', async () => {
    for (const rule of ['COLUMN_MISSING', 'ROW_MISSING', 'HEADER_MISSING']) {
      const one = mistakes.find((made) => made.rule === rule)!;
      const sent = await answerTo(await sendWith([one], strict), strict);
      const { book } = await openWorkbook(await answerWorkbook(sent, strict));
      const texts = [...textsOf(book, strict, shown).values()].flatMap(([row]) => Object.values(row!));
      for (const text of neverSent) expect(texts).not.toContain(text);
    }
  });

  it('is tried with every error of the catalogue that a workbook can have', () => {
    const tried = [...mistakes, ...identityMistakes].map(({ rule }) => rule);
    const known = new Set<string>([...tried, ...hostile.map(({ refusedBy }) => refusedBy!), ...noWorkbook.keys()]);
    const errors = ruleCatalogue.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    expect(errors.filter((rule) => !known.has(rule))).toEqual([]);
    expect([...noWorkbook.keys()].filter((rule) => tried.includes(rule))).toEqual([]);
  });
});
