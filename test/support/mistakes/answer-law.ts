import { expect } from 'vitest';
import type { CellValue } from '../../../shared/submission/cell-book.ts';
import { parseMark } from '../../../shared/submission/marks/mark.ts';
import { cellText } from '../../../shared/submission/values/cell-text.ts';
import { openFields } from '../../../shared/workbook/answer/sent-cell.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import { editWorkbook, type FormChanges, formOf } from '../forms.ts';
import { hostileWorkbooks } from '../hostile-workbooks.ts';
import { openForm } from './edit-form.ts';
import { evidenceMistakes } from './evidence-mistakes.ts';
import { layoutMistakes } from './layout-mistakes.ts';
import type { Mistake } from './mistake.ts';
import { keys, type Round, sentValues } from './round.ts';
import { type Answered, answerTo, answerWorkbook, errorsOf, textsOf } from './send-back.ts';
import { valueMistakes } from './value-mistakes.ts';

export const mistakes = [...valueMistakes, ...layoutMistakes, ...evidenceMistakes];
/** One of each rule of the guard: nothing of them is read, so that they are all alike to the answer. */
export const hostile = [...new Map(hostileWorkbooks.map((one) => [one.refusedBy, one])).values()].filter(
  ({ refusedBy }) => refusedBy !== null,
);

/** A date as it is shown, and texts as they are read. */
export function shown(cell: unknown): string {
  const value = cell as CellValue | undefined;
  const inner = value?.kind === 'formula' ? value.cached : value;
  if (inner?.kind === 'date') return inner.iso.split('-').reverse().join('/');
  return inner?.kind === 'number' ? inner.text : cellText(inner).replaceAll('\r', '');
}

export async function sendWith(
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
export async function expectLaw(sent: Answered, round: Round): Promise<Answered> {
  const bytes = await answerWorkbook(sent, round);
  const again = await answerTo(bytes, round);
  expect(errorsOf(again)).toEqual(errorsOf(sent));
  expect(again.checked.accepted).toBe(sent.checked.accepted);
  expectOnlySent(sent, again, round);
  return again;
}

/** And the answer to the answer, and so on: numbers of marks alone may change. */
export async function expectLawAgain(again: Answered, round: Round): Promise<void> {
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
export function expectKept(again: Answered, made: readonly Mistake[], round: Round): void {
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
export const cases = mistakes.map((one, at) => ({ ...one, one, round: one.rounds[at % one.rounds.length]! }));
