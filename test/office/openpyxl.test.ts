import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { everyWorkbook } from '../support/office/every-workbook.ts';
import { hasOpenpyxl, readByOpenpyxl } from '../support/office/openpyxl.ts';
import { cellsOf } from '../support/office/sheet-cells.ts';

const isThere = hasOpenpyxl();

const filled = (cells: Map<string, string | number>): Record<string, string | number> =>
  Object.fromEntries([...cells].filter(([, value]) => value !== ''));

const chartsIn = (bytes: Uint8Array): number =>
  Object.keys(unzipSync(bytes)).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length;

/** Needs the Debian package python3-openpyxl; left out where it is missing, but never in CI, which installs it. */
describe.skipIf(!isThere && !process.env.CI)('every kind of workbook, in openpyxl', () => {
  it('opens, with the sheets, charts and values that we read', async () => {
    expect(isThere, 'the Debian package python3-openpyxl is not installed').toBe(true);
    const books = await everyWorkbook();
    expect([...books.keys()].sort()).toEqual([
      ...['answer.xlsx', 'appraisal.xlsx', 'comparison.xlsx', 'form.xlsx', 'profile-missing.xlsx', 'profile.xlsx'],
      ...['ranking.xlsx', 'status.xlsx', 'table.xlsx', 'tinh-lai.xlsx'],
    ]);
    for (const [name, read] of await readByOpenpyxl(books)) {
      const bytes = books.get(name)!;
      const written = filled(await cellsOf(bytes));
      expect(Object.keys(written).length, name).toBeGreaterThan(20);
      expect(read.cells, name).toEqual(written);
      const charts = Object.values(read.charts).reduce((sum, count) => sum + count, 0);
      expect([name, charts]).toEqual([name, chartsIn(bytes)]);
    }
  });
});
