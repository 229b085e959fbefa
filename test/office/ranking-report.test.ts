import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { convertToPdf } from '../../infra/local/libreoffice.ts';
import { fullNamesOf } from '../../shared/release/unit-full-names.ts';
import { profilePath, writeUnitProfiles } from '../../shared/workbook/profile/unit-profile.ts';
import { writeRankingReport } from '../../shared/workbook/report/ranking-report.ts';
import { resaveWorkbooks } from '../support/office/libreoffice.ts';
import { cellsOf } from '../support/office/sheet-cells.ts';
import { inputs2024, inputsIllustrative, type ReportRound, reportRound } from '../support/report-rounds.ts';

async function illustrativeQuarter(): Promise<ReportRound> {
  const year = await inputsIllustrative('province34', '2025');
  return reportRound(await inputsIllustrative('province34', '2026-Q3', { earlier: year }), await reportRound(year));
}

/** Of few figures: the sheet of their origin alone would be most of the pages. */
const withFewFigures = ({ source }: ReportRound): ReportRound['source'] => ({
  ...source,
  inputs: source.inputs && { ...source.inputs, observations: source.inputs.observations.slice(0, 40) },
});

const chartsIn = (bytes: Uint8Array): number =>
  Object.keys(unzipSync(bytes)).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length;

const together = (text: string): string => text.replaceAll(' ', '');

interface PdfPage {
  width: number;
  /** With the right edge of each, in points. */
  words: { text: string; right: number }[];
  text: string;
}

async function pagesOf(pdf: Uint8Array): Promise<PdfPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dti-office-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'report.pdf'), pdf);
  const html = execFileSync('pdftotext', ['-bbox', join(folder, 'report.pdf'), '-'], { maxBuffer: 2 ** 28 }).toString();
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const words = [...page.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)<\/word>/g)].map(([, right, text]) => ({
        ...{ text: text!, right: Number(right) },
      }));
      const width = Number(/width="([\d.]+)"/.exec(page)![1]);
      // Without spaces: letters from another font begin a word of their own.
      return { width, words, text: words.map(({ text }) => text).join('') };
    });
}

/** Needs the Debian packages libreoffice-calc-nogui and poppler-utils. */
describe('ranking.xlsx in LibreOffice', () => {
  it('is saved again with the same values and its charts', async () => {
    const [first, quarter] = [await reportRound(await inputs2024('province34')), await illustrativeQuarter()];
    const books = new Map([
      ['first', await writeRankingReport(first.source)],
      ['quarter', await writeRankingReport(quarter.source)],
    ]);
    const saved = await resaveWorkbooks(books, { recompute: true });
    for (const [name, bytes] of books) {
      const [written, read] = [await cellsOf(bytes), await cellsOf(saved.get(name)!)];
      const changed = [...written].filter(([address, value]) => value !== '' && read.get(address) !== value);
      expect([name, changed]).toEqual([name, []]);
    }
    expect([...books.values(), ...saved.values()].map(chartsIn)).toEqual([1, 2, 1, 2]);
  }, 600_000);

  it('prints on A4 with nothing beyond the right margin, the ranking on one page, the cover without a number', async () => {
    const quarter = await illustrativeQuarter();
    const { scoreboard } = quarter.source;
    const pages = await pagesOf(await convertToPdf(await writeRankingReport(withFewFigures(quarter)), 'ranking.xlsx'));
    const rightMargin = (15 / 25.4) * 72;
    const beyond = pages.flatMap(({ width, words }, n) =>
      words.filter(({ right }) => right > width - rightMargin + 3).map(({ text }) => `${n + 1}: ${text}`),
    );
    expect(beyond).toEqual([]);
    expect(new Set(pages.map(({ width }) => Math.round(width)))).toEqual(new Set([595, 842]));

    const [cover, summary, ranking] = pages as [PdfPage, PdfPage, PdfPage];
    // Elsewhere the number of the page comes first.
    expect(cover.text.startsWith(together('BỘ KHOA HỌC VÀ CÔNG NGHỆ'))).toBe(true);
    expect(summary.text.startsWith(together('2 SỐ LIỆU MINH HỌA'))).toBe(true);
    const nameOf = fullNamesOf(scoreboard);
    for (const unit of scoreboard.units) expect(ranking.text).toContain(together(nameOf(unit)));
    expect(ranking.text).toContain(together('Trung bình 32 đơn vị'));
    for (const page of pages.slice(1)) expect(page.text).toContain(together('SỐ LIỆU MINH HỌA'));
    for (const page of pages) expect(page.text).toContain(together('Đợt công bố r1 quý III/2026 của 34 tỉnh'));
  }, 600_000);

  it.each(['province34', 'province63'] as const)(
    'shows every number of %s whole: one too wide prints as ###',
    async (group) => {
      const { source } = await reportRound(await inputs2024(group));
      const { unit_id } = source.scoreboard.units[0]!;
      const profile = (await writeUnitProfiles(source, [unit_id])).get(profilePath(unit_id))!;
      const pages = [
        ...(await pagesOf(await convertToPdf(await writeRankingReport(source), 'ranking.xlsx'))),
        ...(await pagesOf(await convertToPdf(profile, 'profile.xlsx'))),
      ];
      expect(pages.flatMap(({ words }, n) => words.filter(({ text }) => text.includes('##')).map(() => n + 1))).toEqual(
        [],
      );
      expect(pages.some(({ text }) => text.includes('140,0000'))).toBe(true);
    },
    600_000,
  );
});
