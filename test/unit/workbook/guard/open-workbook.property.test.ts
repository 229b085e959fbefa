import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { rawEntries, rawWorkbook } from '../../../support/raw-workbook.ts';
import { writeRawZip } from '../../../support/raw-zip.ts';

const filled = {
  sheets: [
    {
      name: 'Số liệu',
      before: '<cols><col min="1" max="3" width="9"/></cols>',
      data: '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46295</v></c><c r="C1"><f t="shared" si="0" ref="C1:C2">A1</f><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c r="B2" t="d"><v>2026-09-30</v></c><c r="C2" t="b"><f t="shared" si="0"/><v>true</v></c></row>',
      after: '<mergeCells><mergeCell ref="A4:B5"/></mergeCells>',
    },
    { name: 'Ẩn', state: 'hidden', data: '<row r="9"><c r="C9" t="e"><v>#REF!</v></c></row>' },
  ],
  strings: '<si><t>Hà Nội</t></si><si/>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  properties: '<dc:title>mẫu</dc:title>',
};
const valid = rawWorkbook(filled);
const entries = rawEntries(filled);

/** What mutations put in: markers of both formats, and values at their edges. */
const snippets = fc.constantFrom(
  ...[
    '<',
    '>',
    '</',
    '/>',
    '"',
    '&',
    '&lt;',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE x>',
    '<!--',
    '<?x?>',
    '\u0000',
    '\u{1f600}',
  ],
  ...[
    '-1',
    '0',
    '1e999',
    'NaN',
    '99999999999',
    'A0',
    'ZZZ1',
    'r=""',
    ' t="s"',
    ' t="d"',
    ' t="x"',
    ' s="-1"',
    ' xmlns=""',
  ],
  ...[
    '<row r="3">',
    '<c r="A3"/>',
    '<f/>',
    '<v/>',
    '<is>',
    '<mergeCell ref="A1:B2"/>',
    '<sheet/>',
    '_x0000_',
    '_xD800_',
  ],
);

/** Never throws; and what is neither refused by a check nor opened is a hole in the guard. */
async function judge(bytes: Uint8Array): Promise<void> {
  const causes: unknown[] = [];
  const before = process.cpuUsage();
  const { book, findings } = await openWorkbook(bytes, { reportCause: (cause) => causes.push(cause) });
  const { user, system } = process.cpuUsage(before);
  // Of the processor, not of the clock: others may be at work on it.
  expect((user + system) / 1000).toBeLessThan(5_000);
  expect(book === null).toBe(findings.some(({ severity }) => severity === 'error'));
  if (findings.some(({ rule }) => rule === 'FILE_BROKEN')) expect(causes).toEqual([]);
}

describe('openWorkbook', () => {
  it('answers any bytes with findings, because whatever is uploaded comes here first', async () => {
    const marked = fc
      .uint8Array({ maxLength: 400 })
      .map((tail) => Buffer.concat([Buffer.from('504b0304', 'hex'), tail]));
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), marked), judge), { numRuns: 200 });
  });

  it('answers a workbook with changed bytes, because uploads are cut and damaged on the way', async () => {
    const change = fc.tuple(fc.nat(valid.length - 1), fc.integer({ min: 0, max: 255 }));
    const changes = fc.array(change, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(3), async (edits, cut) => {
        const bytes = Buffer.from(valid);
        for (const [at, byte] of edits) bytes[at] = byte;
        await judge(cut === 0 ? bytes.subarray(0, edits[0]![0]) : bytes);
      }),
      { numRuns: 250 },
    );
  });

  it('answers a sound zip of changed XML, because there the checks of bytes do not help', async () => {
    const edit = fc.record({ entry: fc.nat(entries.length - 1), at: fc.nat(1_500), cut: fc.nat(12), put: snippets });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const texts = entries.map(({ data }) => data.toString());
        for (const { entry, at, cut, put } of edits) {
          const text = texts[entry]!;
          const from = at % text.length;
          texts[entry] = text.slice(0, from) + put + text.slice(from + cut);
        }
        await judge(writeRawZip(entries.map(({ name }, at) => ({ name, data: texts[at]! }))));
      }),
      { numRuns: 350 },
    );
  });
});
