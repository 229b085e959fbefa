import type { Worksheet } from 'exceljs';
import { mostShrunk, paperMargins, sum } from '../report/report-sheet.ts';
import { columnPixels } from '../template/text-height.ts';

/** Code, name and period of a unit: frozen on screen, and repeated on paper. */
export const namingWidths = [13, 24, 16];
/** Value and rank of a measure. */
export const pairWidths = [13, 11];

/** In pixels: many columns are wider than their characters, for each has margins of its own. */
const [naming, pair] = [namingWidths, pairWidths].map((widths) => sum(widths.map(columnPixels))) as [number, number];
/** A4 within the margins, at 96 pixels an inch. */
const pagePixels = { landscape: 952, portrait: 623 };

/** More than one page across, and each measure lies on one of them: drawn so that a page holds so many and no more. */
export function setUpTablePages(sheet: Worksheet, measures: number): void {
  const most = Math.floor((pagePixels.landscape * mostShrunk - naming) / pair);
  const pages = Math.max(1, Math.ceil(measures / most));
  const width = naming + pair * Math.ceil(measures / pages);
  // Fitted to a number of pages, programs part columns wherever a page is full.
  const drawn =
    pages === 1
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
      : { fitToPage: false, scale: Math.floor((100 * pagePixels.landscape) / width) - 1 };
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 9, orientation: width <= pagePixels.portrait ? 'portrait' : 'landscape', ...drawn },
    ...{ horizontalCentered: true, margins: paperMargins, printTitlesColumn: 'A:C' },
  });
  sheet.headerFooter.oddHeader = '&C&"Times New Roman,Regular"&13&P';
}
