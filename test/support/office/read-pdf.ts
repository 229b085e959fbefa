import { execFileSync } from 'node:child_process';

export interface PdfWord {
  text: string;
  left: number;
  right: number;
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
      words: [...sheet.matchAll(/<word xMin="([-\d.]+)" .*? xMax="([-\d.]+)" .*?>(.*?)<\/word>/g)].map(
        ([, left, right, word]) => ({ text: word!, left: Number(left), right: Number(right) }),
      ),
    }));
}
