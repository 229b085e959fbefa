/**
 * Letters that case folding knows and lower case alone does not: `ß` and `SS`, the Turkish `İ` and `ı`, the final `ς`.
 * Through upper case and back they meet; the dot that `İ` leaves behind is dropped.
 */
const foldCase = (text: string): string => text.toLowerCase().toUpperCase().toLowerCase().replaceAll('i\u0307', 'i');

/** Shows as nothing: format and control characters, variation selectors, fillers. White space of theirs is white space. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;

/** The blank pattern of Braille shows as a space and is no white space to Unicode. */
const spaces = /[\s\u2800]+/gu;

const foldOnce = (text: string): string =>
  foldCase(text.replace(invisible, '').normalize('NFKC'))
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(spaces, ' ')
    .trim();

/**
 * One text for all spellings of a subject that a person would take for the same: width, case, composition, invisible
 * characters and spaces apart. It tells whether two subjects **of one issuer** are the same person, and grants nothing:
 * at worst somebody is refused to be the second of two people.
 */
export function foldSubject(subject: string): string {
  const folded = foldOnce(subject);
  // A few letters take a second turn to settle; each turn only takes away differences, so there is an end.
  return folded === subject ? folded : foldSubject(folded);
}
