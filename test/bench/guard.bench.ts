import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import ExcelJS from 'exceljs';
import { bundle, exceljsAliases, projectRoot } from '../../infra/bundling.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { buildForm } from '../../shared/workbook/template/build-form.ts';
import { filled, formOf, frameworkOf, indicatorOf } from '../support/forms.ts';
import { hostileWorkbooks } from '../support/hostile-workbooks.ts';
import { rawWorkbook } from '../support/raw-workbook.ts';

/**
 * Cost of the guard, one JSON line per figure: a form opened guarded and bare, time and memory to answer each hostile
 * file, and what stubbing the unused parts of exceljs saves. `tsx test/bench/guard.bench.ts`
 */
const turns = 7;
const self = fileURLToPath(import.meta.url);
const run = promisify(execFile);
const print = (figure: object): void => console.log(JSON.stringify(figure));
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const round = (value: number, decimals = 1): number => Number(value.toFixed(decimals));

interface Cost {
  cpuMs: number;
  wallMs: number;
  peakMb: number;
}

/** Our own form of 150 indicators, filled. */
async function writeForm(file: string): Promise<void> {
  const codes = Array.from({ length: 150 }, (_one, at) => `CT${at + 1}`);
  const values = codes.map((code, at) => filled(code, `0.${at + 1001}`));
  const workbook = await buildForm(formOf(frameworkOf(codes.map((code) => indicatorOf(code))), values));
  await workbook.xlsx.writeFile(file);
}

/** In a process of its own: modules are loaded, then one file is read once. */
async function measureOpen(mode: string, file: string): Promise<Cost> {
  const bytes = await readFile(file);
  const before = process.cpuUsage();
  const started = performance.now();
  if (mode === 'guarded') await openWorkbook(bytes);
  else await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const { user, system } = process.cpuUsage(before);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() - started, peakMb };
}

/** In a process of its own that has opened one ordinary file: each hostile file, and how far the peak rose. */
async function measureHostile(folder: string): Promise<void> {
  await openWorkbook(rawWorkbook());
  const base = process.resourceUsage().maxRSS;
  for (const name of (await readdir(folder)).sort()) {
    const bytes = await readFile(join(folder, name));
    const before = process.cpuUsage();
    const started = performance.now();
    const { findings } = await openWorkbook(bytes);
    const wallMs = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    const peak = (process.resourceUsage().maxRSS - base) / 1024;
    print({
      figure: 'hostile',
      file: hostileWorkbooks[Number.parseInt(name, 10)]!.name,
      bytes: bytes.length,
      answer: findings.map(({ rule }) => rule),
      wall_ms: round(wallMs),
      cpu_ms: round((user + system) / 1000),
      peak_growth_so_far_mb: round(peak),
    });
  }
}

async function inChild(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', self, ...args], { cwd: projectRoot });
  return stdout;
}

async function compareOpens(file: string): Promise<void> {
  const costs: Record<string, Cost[]> = { guarded: [], bare: [] };
  for (let turn = 0; turn < turns; turn++) {
    for (const mode of ['guarded', 'bare']) costs[mode]!.push(JSON.parse(await inChild(mode, file)) as Cost);
  }
  const of = (mode: string, part: keyof Cost): number => median(costs[mode]!.map((cost) => cost[part]));
  const parts = (mode: string) => ({
    cpu_ms: round(of(mode, 'cpuMs')),
    wall_ms: round(of(mode, 'wallMs')),
    peak_mb: round(of(mode, 'peakMb')),
  });
  print({
    figure: 'form_of_150_rows',
    bytes: (await stat(file)).size,
    turns,
    guarded: parts('guarded'),
    bare: parts('bare'),
    forms_per_second_and_core: round(1000 / of('guarded', 'cpuMs'), 1),
    cpu_ratio: round(of('guarded', 'cpuMs') / of('bare', 'cpuMs'), 2),
    peak_ratio: round(of('guarded', 'peakMb') / of('bare', 'peakMb'), 2),
  });
}

async function compareBundles(folder: string): Promise<void> {
  const aliases: Record<string, Record<string, string>> = { whole: {}, stubbed: exceljsAliases };
  const times: Record<string, number[]> = { whole: [], stubbed: [] };
  for (const [kind, alias] of Object.entries(aliases)) {
    await build({
      stdin: { contents: "export { default } from 'exceljs'", resolveDir: projectRoot },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: bundle.target,
      minify: bundle.minify,
      mainFields: bundle.mainFields,
      banner: { js: bundle.banner },
      alias,
      outfile: join(folder, `${kind}.mjs`),
      logLevel: 'error',
    });
  }
  const timed = (file: string) =>
    `const t = performance.now(); await import('file://${file}'); console.log(performance.now() - t)`;
  for (let turn = 0; turn < turns; turn++) {
    for (const kind of Object.keys(aliases)) {
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', timed(join(folder, `${kind}.mjs`))]);
      times[kind]!.push(Number.parseFloat(stdout));
    }
  }
  for (const kind of Object.keys(aliases)) {
    const { size } = await stat(join(folder, `${kind}.mjs`));
    print({ figure: 'exceljs_bundle', kind, bytes: size, cold_import_ms: round(median(times[kind]!)) });
  }
}

async function compareAll(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guard-bench-'));
  try {
    const form = join(folder, 'form.xlsx');
    await writeForm(form);
    await compareOpens(form);
    await compareBundles(folder);
    const hostile = await mkdtemp(join(folder, 'hostile-'));
    for (const [at, { build }] of hostileWorkbooks.entries()) {
      await writeFile(join(hostile, `${at}`.padStart(3, '0')), build());
    }
    process.stdout.write(await inChild('hostile', hostile));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [mode, path = ''] = process.argv.slice(2);
if (mode === undefined) await compareAll();
else if (mode === 'hostile') await measureHostile(path);
else print(await measureOpen(mode, path));
