import { describe, expect, it } from 'vitest';
import { overflows, visit } from '../../support/browser.ts';
import { type PdfSheet, readPdf } from '../../support/office/read-pdf.ts';
import { cutOff } from '../../support/page-looks.ts';
import { showSite } from '../../support/shown-site.ts';

const { addresses, browser } = await showSite();

/** Of one sheet between its margins, at 96 dots to the inch. */
const sheetWidth = 642;
const points = (millimetres: number) => (millimetres * 72) / 25.4;

/** Sheets that a page may fill; all others three. */
const longest: Record<string, number> = {
  'ranking of communes, second page': 4,
  method: 5,
  'provenance, carried from the year before': 5,
};
/** Of no release, so that nothing of one is at the foot of their sheets. */
const ofNoRelease = ['rounds', 'unknown', 'receipt'];

describe.each([...addresses])('the page "%s" on paper', (name, address) => {
  it('has nothing beyond the margins or in a box that only a screen can scroll, on few sheets that say what they are of', async () => {
    // Whoever reads in the dark prints on white all the same.
    const { page, context } = await visit(browser, { colorScheme: 'dark', width: sheetWidth });
    await page.goto(address);
    const illustrative = (await page.locator('.illustrative').count()) > 0;
    await page.emulateMedia({ media: 'print' });
    expect(await overflows(page)).toBe(false);
    expect(await page.evaluate(cutOff)).toEqual([]);
    const sheets = readPdf(await page.pdf({ preferCSSPageSize: true }));
    await context.close();
    expect(sheets.length).toBeLessThanOrEqual(longest[name] ?? 3);
    expect(sheets.flatMap(beyondMargins)).toEqual([]);
    expect(sheets.map((sheet, place) => says(sheet, `${place + 1}/${sheets.length}`))).toEqual(sheets.map(() => true));
    if (!ofNoRelease.includes(name)) expect(sheets.map(saysDay)).toEqual(sheets.map(() => true));
    expect(sheets.map(hasWatermark)).toEqual(sheets.map(() => illustrative));
  });
});

const beyondMargins = ({ width, words }: PdfSheet): string[] =>
  words.filter(({ left, right }) => left < points(25) - 1 || right > width - points(15) + 1).map(({ text }) => text);

const says = ({ words }: PdfSheet, text: string): boolean => words.some((word) => word.text === text);
const saysDay = (sheet: PdfSheet) => (says(sheet, '21/10/2025') || says(sheet, '2025-10-21')) && says(sheet, '·');
/** Its letters lie across the sheet, which parts them, and are higher than any heading's. */
const hasWatermark = ({ words }: PdfSheet) => words.some(({ height }) => height > 35);
