import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraisalRules } from '../../../../shared/submission/rules/catalogue/appraisal-rules.ts';
import { evidenceRules } from '../../../../shared/submission/rules/catalogue/evidence-rules.ts';
import { tableRules } from '../../../../shared/submission/rules/catalogue/table-rules.ts';
import { ruleCatalogue } from '../../../../shared/submission/rules/catalogue.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { formOf } from '../../../support/forms.ts';
import {
  cases,
  expectKept,
  expectLaw,
  expectLawAgain,
  hostile,
  mistakes,
  sendWith,
  shown,
} from '../../../support/mistakes/answer-law.ts';
import { arbitraryBook } from '../../../support/mistakes/arbitrary-book.ts';
import { evidenceMistakes } from '../../../support/mistakes/evidence-mistakes.ts';
import { identityMistakes } from '../../../support/mistakes/identity-mistakes.ts';
import { layoutMistakes } from '../../../support/mistakes/layout-mistakes.ts';
import { neverSent, rounds, strict } from '../../../support/mistakes/round.ts';
import { answerBook, answerTo, answerWorkbook, textsOf } from '../../../support/mistakes/send-back.ts';
import { valueMistakes } from '../../../support/mistakes/value-mistakes.ts';

/** Rules that an answer workbook is never given for, and why. */
const noWorkbook = new Map([
  ...tableRules.map(({ rule }) => [rule, 'of CSV and JSON, which are answered by row and field'] as const),
  ...evidenceRules.map(({ rule }) => [rule, 'of records and files of evidence, or a warning'] as const),
  ...appraisalRules.map(
    ({ rule }) => [rule, 'of the appraisal workbook, which is handed back as it is issued'] as const,
  ),
]);

const firsts = [valueMistakes, layoutMistakes, evidenceMistakes].map(
  ([first]) => cases.find(({ one }) => one === first)!,
);

describe('an answer sent back untouched', () => {
  // One of each kind; all of the catalogue are in the long tests.
  it.each(firsts)('is refused again for $rule: $name', async ({ rule, one, round }) => {
    const sent = await answerTo(await sendWith([one], round), round);
    expect(sent.checked.findings.map((finding) => finding.rule)).toContain(rule);
    const again = await expectLaw(sent, round);
    expectKept(again, [one], round);
    await expectLawAgain(again, round);
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
