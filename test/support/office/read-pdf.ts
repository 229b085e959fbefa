import { execFileSync } from 'node:child_process';

export interface PdfWord {
  text: string;
  left: number;
  right: number;
  height: number;
}

export interface PdfSheet {
  /** In points. */
  width: number;
  words: PdfWord[];
}

/** Every sheet with its words and where they stand, as poppler reads them. */
export function readPdf(pdf: Uint8Array): PdfSheet[] {
  const text = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text
    .split('<page ')
    .slice(1)
    .map((sheet) => ({
      width: Number(/^width="([\d.]+)"/.exec(sheet)![1]),
      words: [...sheet.matchAll(word)].map(readWord),
    }));
}

const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g;

function readWord([, left, top, right, bottom, text]: RegExpExecArray): PdfWord {
  return { text: text!, left: Number(left), right: Number(right), height: Number(bottom) - Number(top) };
}
