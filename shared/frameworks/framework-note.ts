import type { Framework } from './framework.ts';

type Noted = Pick<Framework, 'illustrative' | 'note_vi'>;

export const illustrativeVi = 'Số liệu minh họa, không phải phụ lục chính thức';

const mark = `${illustrativeVi}.`;

/** The note for where the mark stands above it already: most notes of illustrative frameworks begin with it. */
export const noteBelowMarkVi = ({ note_vi }: Pick<Noted, 'note_vi'>): string =>
  note_vi.startsWith(mark) ? note_vi.slice(mark.length).trim() : note_vi;

/** What is to be known of the framework, with the mark said once. */
export const frameworkNoteVi = (framework: Noted): string =>
  framework.illustrative ? `${mark} ${noteBelowMarkVi(framework)}`.trim() : framework.note_vi;
