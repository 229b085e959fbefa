import type { Framework } from './framework.ts';

type Noted = Pick<Framework, 'illustrative' | 'note_vi'>;

/** Said wherever something was made up, in these words and no others. */
export const illustrativeVi = 'Số liệu minh họa, không phải kết quả chính thức';

const mark = `${illustrativeVi}.`;
/** As the notes of frameworks that are frozen have it. */
const formerMark = 'Số liệu minh họa, không phải phụ lục chính thức.';

/** The note for where the mark stands above it already: most notes of illustrative frameworks begin with it. */
export const noteBelowMarkVi = ({ note_vi }: Pick<Noted, 'note_vi'>): string =>
  [mark, formerMark].reduce(
    (note, known) => (note.startsWith(known) ? note.slice(known.length).trim() : note),
    note_vi,
  );

/** What is to be known of the framework, with the mark said once. */
export const frameworkNoteVi = (framework: Noted): string =>
  framework.illustrative ? `${mark} ${noteBelowMarkVi(framework)}`.trim() : framework.note_vi;
