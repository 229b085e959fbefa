/** Format and control characters (zero-width, bidi, soft hyphen): seen by nobody, and able to make two texts look alike. */
const invisible = /(?![\t\n\r])[\p{Cf}\p{Cc}]/gu;
const wideSpaces = /[\u00A0\u2007\u2009\u202F\u3000]/g;

export interface CleanText {
  text: string;
  /** Invisible characters were taken out; the submitter is told, as the text no longer is what was sent. */
  removed: boolean;
}

/** NFC, trimmed, no invisible characters, every kind of space a plain one. No NFKC: it would turn `½` into digits. */
export function cleanText(raw: string): CleanText {
  const visible = raw.replace(invisible, '');
  return { text: visible.replace(wideSpaces, ' ').normalize('NFC').trim(), removed: visible !== raw };
}
