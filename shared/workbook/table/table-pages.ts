import type { Worksheet } from 'exceljs';
import { mostShrunk, pageCharacters, paperMargins, sum } from '../report/report-sheet.ts';

/** Code, name and period of a unit: frozen on screen, and repeated on paper. */
export const namingWidths = [13, 24, 16];
/** Value and rank of a measure. */
export const pairWidths = [13, 11];

const [naming, pair] = [sum(namingWidths), sum(pairWidths)];

/** More than one page across, and each measure lies on one of them: drawn so that a page holds so many and no more. */
export function setUpTablePages(sheet: Worksheet, measures: number): void {
  const most = Math.floor((pageCharacters.landscape * mostShrunk - naming) / pair);
  const pages = Math.max(1, Math.ceil(measures / most));
  const width = naming + pair * Math.ceil(measures / pages);
  // Fitted to a number of pages, programs part columns wherever a page is full.
  const drawn =
    pages === 1
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
      : { fitToPage: false, scale: Math.floor((100 * pageCharacters.landscape) / width) - 1 };
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 9, orientation: width <= pageCharacters.portrait ? 'portrait' : 'landscape', ...drawn },
    ...{ horizontalCentered: true, margins: paperMargins, printTitlesColumn: 'A:C' },
  });
  sheet.headerFooter.oddHeader = '&C&"Times New Roman,Regular"&13&P';
}
