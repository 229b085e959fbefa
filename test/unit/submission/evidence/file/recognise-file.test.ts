import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseFile } from '../../../../../shared/submission/evidence/file/recognise-file.ts';
import { docx, jpeg, officeFile, part, pdf, png, xlsx } from '../../../../support/evidence-files.ts';
import { writeRawZip } from '../../../../support/raw-zip.ts';

const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const rule = (bytes: Buffer) => {
  const found = recogniseFile(bytes);
  return typeof found === 'string' ? found : `${found.rule} ${found.kind}`;
};

describe('recogniseFile', () => {
  it.each([
    ['pdf', pdf()],
    ['docx', docx()],
    ['xlsx', xlsx()],
    ['jpeg', jpeg()],
    ['png', png()],
  ])('knows a %s by its bytes', (type, bytes) => expect(rule(bytes)).toBe(type));

  it.each([
    ['HTML', Buffer.from('  <!DOCTYPE html><script>')],
    ['SVG', Buffer.from('<svg onload="x"/>')],
    ['EXE', Buffer.from('MZ\u0090')],
    ['HEIC, MP4', Buffer.from('\0\0\0\u0018ftypheic')],
    ['?', Buffer.from('Quyết định')],
    ['?', Buffer.from(' %PDF-1.4\n%%EOF')],
    ['Word, Excel 97–2003', ole],
    ['OpenDocument', writeRawZip([part('mimetype')])],
    ['ZIP', writeRawZip([part('a.pdf')])],
    ['PPTX', officeFile(part('ppt/presentation.xml'))],
  ])('refuses %s by EVIDENCE_FILE_TYPE, and says what it is', (kind, bytes) => {
    expect(recogniseFile(bytes)).toEqual({ rule: 'EVIDENCE_FILE_TYPE', kind });
  });

  it.each([
    ['an office document with a password', Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['an archive with a password', officeFile(part('word/document.xml', { flags: 0x801 }))],
  ])('refuses %s', (_, bytes) => expect(rule(bytes)).toContain('EVIDENCE_FILE_ENCRYPTED'));

  it.each(['word/vbaProject.bin', 'word/activeX/activeX1.xml'])('refuses a document with %s', (name) => {
    const active = { rule: 'EVIDENCE_FILE_ACTIVE', kind: 'docx' };
    expect(recogniseFile(officeFile(part('word/document.xml'), part(name)))).toEqual(active);
  });

  it.each<[string, Buffer]>([
    ['a PDF cut short', pdf().subarray(0, 40)],
    ['a PDF with more behind its end than readers look through', Buffer.concat([pdf(), Buffer.alloc(4_000)])],
    ['a PDF that is an archive too', Buffer.concat([pdf(), writeRawZip([part('evil.exe')])])],
    ['a JPEG that is an archive too', Buffer.concat([jpeg(), writeRawZip([part('evil.exe')])])],
    ['a JPEG of nothing', jpeg().subarray(0, 8)],
    ['a PNG with something behind it', Buffer.concat([png(), Buffer.from('<html>')])],
    ['a PNG cut short', png().subarray(0, 40)],
    ['an archive cut short', docx().subarray(0, 60)],
    ['an archive with something before it', Buffer.concat([Buffer.from('PK\u0003\u0004'), docx()])],
    ['an archive with something behind it', Buffer.concat([docx(), Buffer.from('x')])],
    ['a document that is a workbook too', officeFile(part('word/document.xml'), part('xl/workbook.xml'))],
    ['two parts of one name', officeFile(part('word/document.xml'), part('WORD/document.xml'))],
    ['a bomb', officeFile(part('word/document.xml', { size: 500 * 1024 * 1024 }))],
    [
      'more parts than anybody writes',
      officeFile(...Array.from({ length: 5_001 }, (_value, at) => part(`word/${at}`))),
    ],
  ])('refuses %s by EVIDENCE_FILE_BROKEN', (_, bytes) => expect(rule(bytes)).toContain('EVIDENCE_FILE_BROKEN'));

  it('never throws, whatever the bytes are or become', () => {
    const files = [pdf(), docx(), jpeg(), png()];
    const mutated = fc.tuple(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 6 }),
      fc.nat(2_000),
    );
    fc.assert(
      fc.property(mutated, ([file, edits, length]) => {
        const bytes = Buffer.from(file.subarray(0, Math.max(8, length)));
        for (const [at, byte] of edits) if (at < bytes.length) bytes[at] = byte;
        recogniseFile(bytes);
      }),
      { numRuns: 3_000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void recogniseFile(Buffer.from(bytes))));
  });

  it('looks through twenty megabytes at once', () => {
    const started = performance.now();
    for (const head of [pdf(), jpeg().subarray(0, 20), png().subarray(0, 33), Buffer.from('PK\u0003\u0004'), ole])
      rule(Buffer.concat([head, Buffer.alloc(20 * 1024 * 1024, 'PK\u0005\u0006')]));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
