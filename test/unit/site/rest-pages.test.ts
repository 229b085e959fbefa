import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../../shared/format/format-decimal.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { methodText } from '../../../shared/release/method-text.ts';
import { handCommands } from '../../../shared/site/by-hand-section.tsx';
import type { Language } from '../../../shared/site/language.ts';
import { listPages } from '../../../shared/site/page-list.ts';
import { contentOf, sizeOf } from '../../../shared/site/pages/data/file-facts.ts';
import { fileContents } from '../../../shared/site/words/data-words.ts';
import { corrections } from '../../support/corrections.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';
import { tracedFramework, traceSketch } from '../../support/traced-sketch.ts';

const framework = tracedFramework({
  online: { rule: 'ratio', main_index: 'activity', max_points: '20', illustrative: true },
  plan: { rule: 'yes_no', main_index: 'activity' },
  base: { rule: 'direct', main_index: 'foundation' },
});
const figures = (value: string) => ({
  online: { figures: { numerator: '1250', denominator: '2000' } },
  plan: { figures: { answer: '1' } },
  base: { figures: { value } },
});
const traced = traceSketch(framework, { X1: figures('0.5'), X2: figures('0.25') });
const site = siteOf(traced.scoreboard, { traced });
const page = (path: string, language: Language = 'vi', of = site) => publishedPage(of, path, language);
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of provenance', () => {
  it('is there for every unit with figures and every measure, in both languages, with its style', () => {
    const paths = listPages(traced.scoreboard).flatMap((ref) => (ref.kind === 'provenance' ? [ref.path] : []));
    expect(paths.length).toBe(2 * traced.scoreboard.measures.length);
    for (const language of ['vi', 'en'] as const)
      for (const path of paths) expect(page(path, language)).toContain('href="/assets/provenance.css"');
  });

  it('links within the release, wherever it is copied to', () => {
    expect(page('nguon-goc/X1/foundation/')).toContain('href="../../../kiem-tra/#X1"');
  });
});

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('the page that verifies', () => {
  it('loads its script, prints the digest of that script and names the independent way', () => {
    const html = page('kiem-tra/');
    expect(html).toContain('<script type="module" src="/assets/verify.js">');
    expect(textOf(html)).toContain('cd'.repeat(32));
    expect(textOf(html)).toContain('npm run verify');
  });
});

describe('the way by hand', () => {
  it.each(['vi', 'en'] as const)('stands on the page that verifies, every command whole, in %s', (language) => {
    const html = page('kiem-tra/', language);
    const shown = [...html.matchAll(/<p class="typed">(.*?)<\/p>/g)].flatMap(([, lines]) =>
      [...lines!.matchAll(/<code>(.*?)<\/code>/g)].map(([, line]) => unescaped(line!)),
    );
    const release = 'dti/province34/2024/r1';
    expect(shown).toEqual(handCommands('https://dti.example', release).flatMap(({ lines }) => lines));
    // Two spaces are one where a page is copied from.
    expect(shown.filter((line) => line.includes('  '))).toEqual([]);
    expect(shown).toContain(`mkdir -p ${release} && cd ${release}`);
  });
});

describe('the page of data', () => {
  it('leads to feeds and signature, and gives the line that embeds the table, in the language of the page', () => {
    const html = page('du-lieu/', 'en');
    const { release, group } = site.scoreboard;
    expect(html).toContain(`href="/feeds/en/groups/${group}.atom"`);
    expect(html).toContain(`href="/releases/${release}/manifest.json.sig"`);
    expect(html).toContain(
      `&lt;iframe src="https://dti.example/embed/en/${release}/ranking/"`.replaceAll('"', '&quot;'),
    );
  });
});

describe('before anything was verified, the page', () => {
  it('says so, and has no line for simulated figures where the release has none', () => {
    const text = textOf(page('kiem-tra/'));
    expect(text).toContain('Chưa kiểm tra.');
    expect(text).not.toContain('mô phỏng');
    const files = [{ path: 'robustness.json', bytes: 1, sha256: '' }];
    expect(textOf(page('kiem-tra/', 'vi', { ...site, files }))).toContain('Số liệu mô phỏng');
  });
});

describe('the page of corrections', () => {
  it('says so where the release corrects nothing', () => {
    expect(textOf(page('dinh-chinh/'))).toContain('chưa đính chính đợt nào');
    expect(textOf(page('dinh-chinh/', 'en'))).toContain('it corrects nothing');
  });

  it('gives reason, kind, finder, effect, and what stood before and after with its cause', () => {
    const corrected = { ...site, corrections };
    for (const said of [corrections.reason.text_vi, 'sai số liệu đầu vào', corrections.reason.found_by, '3 giá trị'])
      expect(textOf(page('dinh-chinh/', 'vi', corrected))).toContain(said);
    const english = page('dinh-chinh/', 'en', corrected);
    expect(textOf(english)).toContain('wrong input');
    expect(english).toContain('href="/en/releases/dti/province34/2024/r1/"');
  });

  it('shows the figures of corrections.json and no others', () => {
    const measures = [{ ...traced.scoreboard.measures[0]!, measure: 'dti' }];
    const scoreboard = { ...traced.scoreboard, measures };
    const html = page('dinh-chinh/', 'vi', siteOf(scoreboard, { traced, corrections }));
    const known = corrections.units.flatMap(({ scores }) =>
      Object.values(scores).flatMap(({ value_before, value_after }) => [value_before, value_after]),
    );
    const averages = corrections.averages.flatMap(({ before, after }) => [before, after]);
    const words = new Set([...known, ...averages].map((value) => formatDecimal(value!)));
    const shown = textOf(html).match(/\d,\d{4}/g)!;
    expect(shown.length).toBeGreaterThanOrEqual(8);
    expect(shown.filter((figure) => !words.has(figure))).toEqual([]);
  });
});

describe('the data page', () => {
  it('lists every file with its size and digest, and a line to fetch it by', () => {
    const text = textOf(page('du-lieu/'));
    for (const { path, sha256 } of site.files) {
      expect(text).toContain(path);
      expect(text).toContain(sha256);
    }
    expect(text).toContain('curl -fO https://dti.example/releases/dti/province34/2024/r1/scoreboard.csv');
  });

  it('says of a file of the release before whose it is, and of a description of what', () => {
    expect(contentOf('inputs/previous/observations.parquet', 'en')).toBe(
      'declared figures, cell by cell, of the release compared with',
    );
    expect(contentOf('scores.csv-metadata.json', 'vi')).toBe('mô tả các cột của scores.csv');
    expect(Object.values(fileContents).every(({ vi, en }) => vi !== en)).toBe(true);
  });

  it('tells sizes in whole kilobytes, from a million on in tenths of megabytes', () => {
    expect([1, 23_370, 1_234_567].map((bytes) => sizeOf(bytes, 'vi'))).toEqual([
      '1\u00A0KB',
      '23\u00A0KB',
      '1,2\u00A0MB',
    ]);
  });
});

describe('the method page', () => {
  it('works an example in the digits of the release, and has the anchor that notices lead to', () => {
    const html = page('phuong-phap/');
    const { value } = traced.scoreboard.units[0]!.scores.activity!;
    expect(textOf(html)).toContain('1.250 / 2.000 × 20 = 12,5');
    expect(textOf(html)).toContain(formatDecimal(value));
    expect(html).toContain('id="luu-y"');
  });

  it('says the rules as the report does, in the columns of the decisions', () => {
    const text = textOf(page('phuong-phap/'));
    for (const [heading, said] of methodText(traced.scoreboard))
      if (['Làm tròn', 'Thứ hạng', 'Chỉ số chính'].includes(heading)) expect(text).toContain(said);
    for (const column of ['Cách xác định và tính điểm', 'Tài liệu kiểm chứng', 'Đơn vị phối hợp xác minh số liệu'])
      expect(text).toContain(column);
  });

  it('stays light with the longest list we have', async () => {
    const commune = await loadFramework('dti-commune-2025');
    const scoreboard = { ...traced.scoreboard, units: [] };
    for (const language of ['vi', 'en'] as const) {
      const html = page(
        'phuong-phap/',
        language,
        siteOf(scoreboard, { traced: { ...traced, scoreboard, framework: commune } }),
      );
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
      expect(gzipSync(html).length).toBeLessThan(15_000);
    }
  });
});
