import { foldText } from '../format/fold-text.ts';

/** As people type a name: no marks, no case, no points or dashes. `TP. Hồ Chí Minh` is `tp ho chi minh`. */
export const wordsOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
