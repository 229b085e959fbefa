import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Named } from './libreoffice.ts';

/** Debian's own, whichever another installation puts before it: `.ci/run` adds openpyxl to this one. */
const python = '/usr/bin/python3';
const reader = join(import.meta.dirname, 'read_workbooks.py');

export const hasOpenpyxl = (): boolean => spawnSync(python, ['-c', 'import openpyxl']).status === 0;

export interface ReadByOpenpyxl {
  sheets: string[];
  /** How many, by sheet. */
  charts: Record<string, number>;
  /** By `sheet!address`. */
  cells: Record<string, string | number | boolean>;
}

/** What another reader than ours finds in each workbook, all in one start of it. */
export async function readByOpenpyxl(books: Named): Promise<Map<string, ReadByOpenpyxl>> {
  const directory = await mkdtemp(join(tmpdir(), 'dti-openpyxl-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const paths = [...books.keys()].map((name) => [join(directory, name), name] as const);
  for (const [path, name] of paths) await writeFile(path, books.get(name)!);
  const out = execFileSync(python, [reader, ...paths.map(([path]) => path)], { maxBuffer: 2 ** 28 });
  const read = JSON.parse(out.toString()) as Record<string, ReadByOpenpyxl>;
  return new Map(paths.map(([path, name]) => [name, read[path]!]));
}
