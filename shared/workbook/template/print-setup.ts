import type { PageSetup } from 'exceljs';

const inches = (millimetres: number) => millimetres / 25.4;

/** A4, as wide as the page, as long as it takes; `titles`: rows repeated on each page (`6:7`). */
export function printSetup(orientation: 'portrait' | 'landscape', titles?: string): Partial<PageSetup> {
  const sides = { left: inches(15), right: inches(15), top: inches(20), bottom: inches(18) };
  return {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { ...sides, header: inches(10), footer: inches(8) },
    ...(titles === undefined ? {} : { printTitlesRow: titles }),
  };
}
