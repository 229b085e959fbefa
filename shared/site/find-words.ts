import { foldText } from '../format/fold-text.ts';

/** As people type a name: no marks, no case, no points or dashes. `TP. Hồ Chí Minh` is `tp ho chi minh`. */
export const wordsOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Of the sought with their names, those with a word that begins so; where there is none, those that hold it anywhere. */
export function foundAmong<Sought>(all: readonly Sought[], namesOf: (one: Sought) => string, wanted: string): Sought[] {
  const begun = all.filter((one) => ` ${namesOf(one)}`.includes(` ${wanted}`));
  return begun.length > 0 ? begun : all.filter((one) => namesOf(one).includes(wanted));
}
