import { afterEach, describe, expect, it } from 'vitest';
import {
  date,
  error,
  flatten,
  formula,
  number,
  openCells,
  openRow,
  openSheets,
  text,
} from '../../support/open-cells.ts';

const dateStyles =
  '<numFmts><numFmt numFmtId="164" formatCode="YYYY"/><numFmt numFmtId="165" formatCode="0\\d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

describe('numbers', () => {
  it.each([
    ['0.30000000000000004', '0.3'],
    ['12345678901234567', '12345678901234600'],
    ['1E+21', '1000000000000000000000'],
    ['1.5E-7', '0.00000015'],
    ['-0', '0'],
    ['-1234.50', '-1234.5'],
    [' 7 ', '7'],
  ])('reads %s as %s, because a figure is the decimal of its 15 digits', async (written, expected) => {
    expect(await openRow([`<c><v>${written}</v></c>`])).toEqual([number(expected)]);
  });

  it.each(['abc', '12abc', 'NaN', 'Infinity', '1E400', '-1E999', '0x10', '1,5', '1 2'])(
    'reads %s as an error, because the library would make NaN, infinity or a part of it',
    async (written) => {
      expect(await openRow([`<c><v>${written}</v></c>`])).toEqual([error('#NUM!')]);
    },
  );
});

describe('formulas', () => {
  it('keeps cached 0, false and empty text, because a computed "0 overdue" is an answer and not a gap', async () => {
    expect(
      await openRow([
        '<c><f>1-1</f><v>0</v></c>',
        '<c t="b"><f>1=2</f><v>0</v></c>',
        '<c t="str"><f>""</f><v></v></c>',
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c t="str"><f>"&amp;lt;"</f><v>&amp;lt;</v></c>',
      ]),
    ).toEqual([
      formula(number('0')),
      formula({ kind: 'boolean', value: false }),
      formula(text('')),
      formula(error('#DIV/0!')),
      formula(text('&lt;')),
    ]);
  });

  it('tells that nothing was cached, because that is a file no spreadsheet has computed and not a blank', async () => {
    expect(await openRow(['<c><f>A9</f></c>', '<c><f>A9</f><v/></c>'])).toEqual([formula(null), formula(null)]);
  });

  it('keeps a text computed in a cell formatted as a date, because the library makes an invalid date of it', async () => {
    const cells = ['<c s="1" t="str"><f>A1</f><v>chưa có</v></c>', '<c s="1"><f>A1</f><v>46295</v></c>'];
    expect(await openRow(cells, { styles: dateStyles })).toEqual([
      formula(text('chưa có')),
      formula(date('2026-09-30')),
    ]);
  });

  it('flags what looks outside the book, also through a shared formula or a name', async () => {
    const cells = await openRow(
      [
        '<c><f t="shared" si="0" ref="A1:B1">[1]Q3!A1</f><v>1</v></c>',
        '<c><f t="shared" si="0"/><v>2</v></c>',
        '<c><f>TyGia*2</f><v>3</v></c>',
        '<c><f>A1</f><v>4</v></c>',
      ],
      { workbook: '<definedNames><definedName name="TyGia">[1]Q3!$A$1</definedName></definedNames>' },
    );
    expect(cells.map((cell) => cell.kind === 'formula' && cell.external)).toEqual([true, true, true, false]);
  });

  it('sees a formula in every cell that an array formula fills, because only the first one says so', async () => {
    const data =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    expect(await openCells(data)).toEqual({ A1: formula(number('1')), A2: formula(number('2')) });
  });
});

describe('dates', () => {
  const timeZone = process.env.TZ;
  afterEach(() => {
    if (timeZone === undefined) delete process.env.TZ;
    else process.env.TZ = timeZone;
  });

  it.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles'])(
    'reads a serial as the same day in %s, because a due date must not move with the server',
    async (zone) => {
      process.env.TZ = zone;
      expect(
        await openRow(['<c s="1"><v>46295</v></c>', '<c s="1"><v>46295.999</v></c>'], { styles: dateStyles }),
      ).toEqual([date('2026-09-30'), date('2026-09-30')]);
    },
  );

  it.each(['1', 'true'])(
    'honours date1904="%s", because LibreOffice writes true and four years depend on it',
    async (flag) => {
      const book = { styles: dateStyles, workbook: `<workbookPr date1904="${flag}"/>` };
      const cells = ['<c s="1"><v>44833</v></c>', '<c t="d"><v>2026-09-30</v></c>'];
      expect(await openRow(cells, book)).toEqual([date('2026-09-30'), date('2026-09-30')]);
    },
  );

  it('reads ISO cells as dates whatever their format, and impossible ones as errors', async () => {
    const days = ['2026-09-30T17:00:00Z', '2024-02-29', '2026-02-29', '2026-13-01', '30/09/2026'];
    expect(await openRow(days.map((day) => `<c t="d"><v>${day}</v></c>`))).toEqual([
      date('2026-09-30'),
      date('2024-02-29'),
      error('#NUM!'),
      error('#NUM!'),
      error('#NUM!'),
    ]);
  });

  it('follows the format as Excel does, where the library misses capitals and trips over an escaped letter', async () => {
    const cells = ['<c s="2"><v>46295</v></c>', '<c s="3"><v>46295</v></c>', '<c s="9"><v>46295</v></c>'];
    expect(await openRow(cells, { styles: dateStyles })).toEqual([
      date('2026-09-30'),
      number('46295'),
      number('46295'),
    ]);
  });

  it('reads a serial beyond the calendar as an error, because it is no day', async () => {
    const cells = ['<c s="1"><v>1E15</v></c>', '<c s="1"><v>-1E6</v></c>'];
    expect(await openRow(cells, { styles: dateStyles })).toEqual([error('#NUM!'), error('#NUM!')]);
  });
});

describe('texts', () => {
  it('joins decomposed letters, because mã typed on another system is the same code', async () => {
    const decomposed = 'Số liệu'.normalize('NFD');
    const [sheet] = await openSheets({
      sheets: [
        { name: decomposed, data: `<row r="1"><c r="A1" t="inlineStr"><is><t>${decomposed}</t></is></c></row>` },
      ],
    });
    expect(sheet!.name).toBe('Số liệu');
    expect(flatten(sheet!)).toEqual({ A1: text('Số liệu') });
  });

  it('decodes escapes alike in shared, inline and computed texts, where the library forgets two of them', async () => {
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="inlineStr"><is><t>a_x0041_b_x005F_x0041_</t></is></c>',
      '<c t="str"><f>A1</f><v>a_x0041_b_x005F_x0041_</v></c>',
    ];
    const strings = '<si><t>a_x0041_b_x005F_x0041_</t></si>';
    expect(await openRow(cells, { strings })).toEqual([
      text('aAb_x0041_'),
      text('aAb_x0041_'),
      formula(text('aAb_x0041_')),
    ]);
  });

  it('flags runs of different format, because a superscript may hide among the digits', async () => {
    const strings =
      '<si><r><t>1.2</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></si><si><r><t>một</t></r><r><t></t></r></si>';
    expect(await openRow(['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'], { strings })).toEqual([
      text('1.23', true),
      text('một'),
    ]);
  });

  it('mends half characters, because text that is not Unicode cannot be stored or answered', async () => {
    const strings = '<si><t>a_xD800_</t></si>';
    expect(await openRow(['<c t="s"><v>0</v></c>'], { strings })).toEqual([text('a\ufffd')]);
  });

  it('leaves phonetic guides out and keeps spaces, breaks, entities and formula-like text as they are', async () => {
    const strings =
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t xml:space="preserve">  a&#13;\nb </t></si><si><t>&amp;lt;x&amp;gt;</t></si><si><t>=1+1</t></si><si/>';
    const cells = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`);
    expect(await openRow(cells, { strings })).toEqual(
      ['東京', '  a\r\nb ', '&lt;x&gt;', '=1+1', ''].map((content) => text(content)),
    );
  });
});

describe('booleans and errors', () => {
  it('reads the booleans of LibreOffice as those of Excel', async () => {
    const cells = ['1', 'true', '0', 'false'].map((value) => `<c t="b"><v>${value}</v></c>`);
    expect(await openRow(cells)).toEqual([true, true, false, false].map((value) => ({ kind: 'boolean', value })));
  });

  it('keeps error values and never a sentence in their place, because the code is shown to people', async () => {
    const cells = ['#REF!', '#N/A', 'bấm vào đây', 'yes'].map(
      (value, at) => `<c t="${at === 3 ? 'b' : 'e'}"><v>${value}</v></c>`,
    );
    expect(await openRow(cells)).toEqual(['#REF!', '#N/A', '#VALUE!', '#VALUE!'].map(error));
  });
});
