import { describe, expect, it } from 'vitest';
import { noPlace } from '../../../../shared/submission/finding.ts';
import { readText } from '../../../../shared/submission/values/read-text.ts';
import { openRow } from '../../../support/open-cells.ts';

const dates = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
const mac = '<workbookPr date1904="true"/>';

/** Serial numbers in cells that show dates, from the bytes of a workbook to the text of a note. */
async function readNotes(serials: number[], workbook = '') {
  const cells = await openRow(
    serials.map((serial) => `<c s="1"><v>${serial}</v></c>`),
    { styles: dates, workbook },
  );
  return cells.map((cell) => readText(cell, noPlace)).map(({ text, findings: [finding] }) => finding?.rule ?? text);
}

describe('readText', () => {
  it('reads a date in words as the day its cell shows, with a time of day or not, in both date systems', async () => {
    expect(await readNotes([46295, 46295.99, 36526])).toEqual(['30/09/2026', '30/09/2026', '01/01/2000']);
    expect(await readNotes([46295 - 1462, 46295.99 - 1462], mac)).toEqual(['30/09/2026', '30/09/2026']);
  });

  it('refuses a number or a time of day in a cell that shows dates: programs show different days of 1900', async () => {
    expect(await readNotes([45, 60, 0, 0.6, 36525])).toEqual(Array.from({ length: 5 }, () => 'NOT_DATE'));
    expect(await readNotes([45, 0], mac)).toEqual(['NOT_DATE', 'NOT_DATE']);
  });
});
