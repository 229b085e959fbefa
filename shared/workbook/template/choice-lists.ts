import type { Worksheet } from 'exceljs';
import { cellAddress } from '../../submission/cell-book.ts';
import { sheetNames } from '../../submission/form/form-layout.ts';
import type { FormRow } from '../../submission/form/form-spec.ts';
import { type Choice, choicesOf } from '../../submission/values/choices.ts';

/** First column of the lists on the hidden sheet, right of the identity. */
const firstColumn = 4;

/** Lists of the form's inputs, each once. A list longer than 255 characters may not stand in a validation itself. */
export interface ChoiceLists {
  labels: string[][];
  /** Absolute range on the hidden sheet. */
  rangeOf: (choices: readonly Choice[]) => string;
}

export function collectChoices(rows: FormRow[]): ChoiceLists {
  const byText = new Map<string, string[]>();
  for (const { indicator, input } of rows) {
    const choices = choicesOf(indicator, input);
    if (choices) byText.set(textOf(choices), labelsOf(choices));
  }
  const order = [...byText.keys()];
  return {
    labels: [...byText.values()],
    rangeOf: (choices) => {
      const [letters] = cellAddress(firstColumn + order.indexOf(textOf(choices)), 1).split('1') as [string];
      return `${sheetNames.meta}!$${letters}$1:$${letters}$${choices.length}`;
    },
  };
}

export function addChoiceLists(meta: Worksheet, { labels }: ChoiceLists): void {
  labels.forEach((list, index) => {
    list.forEach((label, row) => {
      meta.getCell(row + 1, firstColumn + index).value = label;
    });
  });
}

const labelsOf = (choices: readonly Choice[]) => choices.map(({ label_vi }) => label_vi);
const textOf = (choices: readonly Choice[]) => labelsOf(choices).join('\n');
