import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { openSheets } from '../../../support/open-cells.ts';
import { office, rawWorkbook, relationships } from '../../../support/raw-workbook.ts';

const target = (id: string, address: string, mode = ' TargetMode="External"') =>
  `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${address}"${mode}/>`;
const cell = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** A book whose one sheet has these links and relationships. */
const bookOf = (links: string, inner: string | null) => ({
  sheets: [{ data: cell, after: `<hyperlinks>${links}</hyperlinks>` }],
  parts: inner === null ? {} : { 'xl/worksheets/_rels/sheet1.xml.rels': relationships(inner) },
});
const linksOf = async (links: string, inner: string | null) => (await openSheets(bookOf(links, inner)))[0]!.links;

describe('links of a sheet', () => {
  it('are read by their relationship, under whatever prefix, with the place in the page behind them', async () => {
    const links = `<hyperlink ref="A1" r:id="a"/><hyperlink ref="B1:B2" xmlns:q="${office}" q:id="b" location="muc-2"/>`;
    expect(await linksOf(links, target('a', 'https://a.vn/?x=1&amp;y=2') + target('b', 'https://b.vn/'))).toEqual([
      { range: 'A1', target: 'https://a.vn/?x=1&y=2' },
      { range: 'B1:B2', target: 'https://b.vn/#muc-2' },
    ]);
  });

  it('inside the book, or without their relationship, lead nowhere that could be followed', async () => {
    expect(await linksOf('<hyperlink ref="A1" location="S!A1"/>', null)).toEqual([{ range: 'A1', target: '#S!A1' }]);
    expect(await linksOf('<hyperlink ref="A1" r:id="z"/>', target('a', 'https://a.vn'))).toEqual([
      { range: 'A1', target: '' },
    ]);
  });

  it('are no reason to refuse a file, however many there are or far they reach, and are kept up to a bound', async () => {
    const many = Array.from({ length: 20_000 }, (_value, at) => `<hyperlink ref="A${at + 1}" r:id="a"/>`).join('');
    const all = `<hyperlink ref="A1:XFD1048576" r:id="a"/>${many}`;
    expect(await linksOf(all, target('a', 'https://a.vn'))).toHaveLength(10_000);
  });

  it('stand beside the values and change none', async () => {
    const { book } = await openWorkbook(
      rawWorkbook(bookOf('<hyperlink ref="A1" r:id="a"/>', target('a', 'javascript:x'))),
    );
    expect(book!.sheets[0]!.rows.get(1)!.cells.get(1)).toEqual({ kind: 'number', text: '1' });
  });
});
