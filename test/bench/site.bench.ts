import { spawnSync } from 'node:child_process';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { inputFilesOf } from '../../shared/release/frozen-inputs.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages, type PageKind, type PageRef } from '../../shared/site/page-list.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { readGolden } from '../support/golden.ts';
import { inputsIllustrative, reportRound } from '../support/report-rounds.ts';
import { filesOver, siteOver } from '../support/walk/drawn-release.ts';

/**
 * What pages cost, one JSON line per figure: pages drawn per second of processor time, and of each kind of page the bytes, for a
 * group of 34 units and one of 126; each group in a process of its own. `tsx test/bench/site.bench.ts`
 */
const groups: Record<string, () => Promise<ReleaseSite>> = {
  '34 units, 2024': async () => siteOf('dti/province34/2024/r1', inputFilesOf(await readGolden())),
  '34 units, 47 indicators': async () => illustrative('province34', '2026-Q3'),
  '126 units': async () => illustrative('communes-P01-2025', '2026-Q3'),
};

const bare = async () => new Map<string, Uint8Array>([['ranking.xlsx', new Uint8Array(20_000)]]);

const siteOf = async (release: string, inputFiles: Parameters<typeof filesOver>[1]) =>
  siteOver(await filesOver(release, inputFiles, bare));

async function illustrative(group: string, period: string): Promise<ReleaseSite> {
  const { inputFiles, source } = await reportRound(await inputsIllustrative(group, period));
  return siteOf(source.scoreboard.release, inputFiles);
}

const print = (figure: object): void => console.log(JSON.stringify(figure));

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function draw(site: ReleaseSite, refs: readonly PageRef[]): { pages: string[]; ms: number } {
  const began = cpuMs();
  const pages = refs.flatMap((ref) => languages.map((language) => drawPage(site, ref, language)));
  return { pages, ms: cpuMs() - began };
}

async function measure(group: string): Promise<void> {
  const site = await groups[group]!();
  const refs = listPages(site.scoreboard);
  // As in a Lambda that was called before: what is compiled and kept at the first pages is there.
  draw(site, refs.slice(0, 60));
  const all = { pages: 0, ms: 0 };
  for (const [kind, own] of Map.groupBy(refs, (ref): PageKind => ref.kind)) {
    const { pages, ms } = draw(site, own);
    all.pages += pages.length;
    all.ms += ms;
    print({ group, kind, pages: pages.length, ms_a_page: Number((ms / pages.length).toFixed(2)), ...bytesOf(pages) });
  }
  print({ group, kind: 'all', ...all, pages_a_second: Math.round((all.pages / all.ms) * 1000), of: 'processor time' });
}

/** Of the heaviest page, each way. */
const bytesOf = (pages: readonly string[]) => ({
  html: most(pages, (page) => Buffer.byteLength(page)),
  gzip: most(pages, (page) => gzipSync(page).length),
  brotli: most(sample(pages), (page) => brotliCompressSync(page).length),
});

const most = (pages: readonly string[], of: (page: string) => number) => Math.max(...pages.map(of));

/** Brotli at its best takes as long as the drawing of ten pages. */
const sample = (pages: readonly string[]) => pages.filter((_, place) => place % Math.ceil(pages.length / 40) === 0);

const [group] = process.argv.slice(2);
if (group) await measure(group);
else
  for (const one of Object.keys(groups)) {
    const { status } = spawnSync('tsx', [import.meta.filename, one], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
