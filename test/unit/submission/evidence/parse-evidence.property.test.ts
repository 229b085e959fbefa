import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, evidenceText } from '../../../../shared/submission/evidence/evidence-of-cell.ts';
import { parseEvidence } from '../../../../shared/submission/evidence/parse-evidence.ts';
import { renderEvidence } from '../../../../shared/submission/evidence/render-evidence.ts';

const file = `tệp SHA-256 ${'0a'.repeat(32)}`;

/** What officers put together, in any order, with whatever stands between. */
const parts = fc.constantFrom(
  ...[
    'Quyết định',
    'số',
    'Số:',
    '12/QĐ-UBND',
    '36/2021/TT–BTTTT',
    '122',
    'ngày',
    '05/3/2026',
    '31/02/2026',
    '2026-03-05',
  ],
  ...['ngày 5 tháng 3 năm 2026', 'của', 'do', 'UBND tỉnh', 'Bộ', 'Sở', 'về việc', 'v/v', 'ban hành', 'Đề án', '92,86%'],
  ...[
    'https://a.vn/x',
    file,
    'https://b.vn/?a=1;b=2',
    'http://u:p@c.vn',
    'xem',
    '(',
    ')',
    '-',
    '–',
    ':',
    '.',
    'a)',
    'x',
  ],
);
const gaps = fc.constantFrom(' ', ', ', ',', '; ', ';', '\n', '\r\n', ' - ', '', '\u00a0');
const assembled = fc.array(fc.tuple(parts, gaps), { maxLength: 25 }).map((all) => all.flat().join(''));
const texts = fc.oneof(
  assembled,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const runs = { numRuns: 3_000 };

/** What announces or separates a part and is no content, and the spelling of a date. */
const announced =
  /tệp SHA-256:?\s+(?=[0-9a-f]{64})|ban hành|ban hanh|ngày ký|(?<!\p{L})(?:số|so|ngày|ngay|của|cua|do|ký|ky)(?!\p{L})|[,;:()+*•·‐‑‒–—−-]/giu;
const dated =
  /\d{1,2}\s?[/.‐‑‒–—−-]\s?\d{1,2}\s?[/.‐‑‒–—−-]\s?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/giu;

function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/\s/g, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

describe('parseEvidence', () => {
  it('reads any text, and every record says something', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const record of parseEvidence(text)) expect(Object.keys(record).length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('reads what it wrote as the same records', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const records = parseEvidence(text);
        expect(parseEvidence(renderEvidence(records))).toEqual(records);
      }),
      { ...runs, examples: [['! ,'], ['của - ban hành ban hành '], [`${file} do ${file} `]] },
    );
  });

  it('keeps every character that is no space, separator or announcing word in some field', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const kept = countCharacters(
          parseEvidence(text)
            .flatMap((record) => Object.values(record))
            .join(' '),
        );
        const content = text.normalize('NFC').replace(dated, ' ').replace(announced, ' ');
        for (const [character, count] of countCharacters(content)) {
          expect(kept.get(character) ?? 0, `${character} of ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(count);
        }
      }),
      runs,
    );
  });

  it('reads the longest text of a cell at once, whatever it repeats', () => {
    const repeated = [
      'số ',
      '1/',
      '1/A-',
      'http://',
      'https://a',
      ';',
      ', ',
      '\n',
      'ngày ',
      '1.1.',
      'của ',
      '(',
      ' ',
      '-',
      'UBND ',
    ];
    for (const text of repeated) {
      const started = performance.now();
      parseEvidence(text.repeat(Math.ceil(32_767 / text.length)));
      expect(performance.now() - started, text).toBeLessThan(2_000);
    }
  });
});

describe('evidenceText', () => {
  const links = fc.constantFrom('https://a.vn/x', 'https://c.vn/?q=1', 'http://d.vn');

  it('writes the address behind a link where it is read as the same records', () => {
    fc.assert(
      fc.property(texts, links, (raw, link) => {
        const text = raw.trim() || null;
        const records = evidenceOf({ text, link });
        expect(evidenceOf({ text: evidenceText({ text, link }), link: null })).toEqual(records);
      }),
      runs,
    );
  });
});
