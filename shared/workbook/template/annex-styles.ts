import type { Alignment, Style } from 'exceljs';
import { font, styles, thin } from './form-styles.ts';

const centred: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const left: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 };
const grey = { argb: 'FF6B7680' };

/** Looks of the form as an annex, by the rules of Decree 30/2020/NĐ-CP: Times New Roman, black, bold where it heads. */
export const annex = {
  office: { font: font({ bold: true }), alignment: { ...centred, vertical: 'top' } },
  title: { font: font({ size: 14, bold: true }), alignment: centred },
  subtitle: { font: font(), alignment: centred },
  how: { font: font({ italic: true }), alignment: { ...left, indent: 0 } },
  columnNumber: { font: font({ size: 10, italic: true }), border: thin, alignment: centred },
  heading: { font: font({ bold: true }), border: thin, alignment: left },
  headingCentred: { font: font({ bold: true }), border: thin, alignment: centred },
  centred: { font: font(), border: thin, alignment: centred },
  text: styles.text,
  part: { font: font(), border: thin, alignment: { ...left, indent: 2 } },
  key: { font: font({ size: 7, color: grey }), alignment: { ...left, indent: 0 } },
  signed: { font: font({ bold: true }), alignment: centred, protection: { locked: false } },
  signedHow: { font: font({ italic: true }), alignment: centred, protection: { locked: false } },
} as const satisfies Record<string, Partial<Style>>;
