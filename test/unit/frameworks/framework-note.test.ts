import { describe, expect, it } from 'vitest';
import { frameworkNoteVi, illustrativeVi, noteBelowMarkVi } from '../../../shared/frameworks/framework-note.ts';

const note = 'Đọc được: tên 11 chỉ số.';

describe('frameworkNoteVi', () => {
  it('says the mark of an illustrative framework once, though most notes begin with it', () => {
    expect(frameworkNoteVi({ illustrative: true, note_vi: note })).toBe(`${illustrativeVi}. ${note}`);
    expect(frameworkNoteVi({ illustrative: true, note_vi: `${illustrativeVi}. ${note}` })).toBe(
      `${illustrativeVi}. ${note}`,
    );
    expect(frameworkNoteVi({ illustrative: true, note_vi: '' })).toBe(`${illustrativeVi}.`);
  });

  it('is the note alone of a framework that is real', () => {
    expect(frameworkNoteVi({ illustrative: false, note_vi: note })).toBe(note);
  });
});

describe('noteBelowMarkVi', () => {
  it('leaves the mark out where it stands above the note already', () => {
    expect(noteBelowMarkVi({ note_vi: `${illustrativeVi}. ${note}` })).toBe(note);
    expect(noteBelowMarkVi({ note_vi: note })).toBe(note);
  });
});
