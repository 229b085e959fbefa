import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { everyWorkbook } from '../support/office/every-workbook.ts';
import { resaveWorkbooks } from '../support/office/libreoffice.ts';
import { cellsOf } from '../support/office/sheet-cells.ts';

const chartsIn = (bytes: Uint8Array): number =>
  Object.keys(unzipSync(bytes)).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length;

/** Needs the Debian package libreoffice-calc-nogui. */
describe('every kind of workbook, saved again by LibreOffice', () => {
  it('keeps every value and every chart', async () => {
    const books = await everyWorkbook();
    const saved = await resaveWorkbooks(books, { recompute: false });
    for (const [name, bytes] of books) {
      const [written, read] = [await cellsOf(bytes), await cellsOf(saved.get(name)!)];
      expect(written.size, name).toBeGreaterThan(20);
      const changed = [...written].filter(([address, value]) => value !== '' && read.get(address) !== value);
      expect([name, changed]).toEqual([name, []]);
      expect([name, chartsIn(saved.get(name)!)]).toEqual([name, chartsIn(bytes)]);
    }
  }, 300_000);
});
