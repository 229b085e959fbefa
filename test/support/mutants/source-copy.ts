import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { projectRoot } from '../../../infra/bundling.ts';

/** Not sources, or of no use to a test. */
const leftOut = new Set(['node_modules', '.git', '.local', 'cdk.out', 'dist', 'coverage', 'bench']);

interface TextEdit {
  file: string;
  from: string;
  to: string;
}

interface PlaceEdit {
  file: string;
  start: number;
  end: number;
  to: string;
}

/** The project's sources in a folder of their own, where they may be changed; packages are those of the checkout. */
export interface SourceCopy {
  path: string;
  /** Replaces the text while `work` runs. Throws where it does not stand in the file exactly once. */
  change<T>(edit: TextEdit, work: () => Promise<T>): Promise<T>;
  /** The same at a place in the file. */
  changeAt<T>(edit: PlaceEdit, work: () => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

export async function copySources(): Promise<SourceCopy> {
  const path = await mkdtemp(join(tmpdir(), 'dti-mutants-'));
  await cp(projectRoot, path, { recursive: true, filter: (source) => isSource(relative(projectRoot, source)) });
  await symlink(join(projectRoot, 'node_modules'), join(path, 'node_modules'));
  return {
    path,
    change: ({ file, from, to }, work) =>
      changeFile(join(path, file), (text) => replaceOnce(text, from, to, file), work),
    changeAt: ({ file, start, end, to }, work) =>
      changeFile(join(path, file), (text) => `${text.slice(0, start)}${to}${text.slice(end)}`, work),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

const isSource = (path: string): boolean => path === '' || !leftOut.has(basename(path));

function replaceOnce(text: string, from: string, to: string, file: string): string {
  const [before, after, ...more] = text.split(from);
  if (after !== undefined && more.length === 0) return `${before}${to}${after}`;
  throw new Error(`${file} holds ${after === undefined ? 'no' : 'more than one'} "${from}"`);
}

async function changeFile<T>(path: string, edit: (text: string) => string, work: () => Promise<T>): Promise<T> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, edit(text));
  try {
    return await work();
  } finally {
    await writeFile(path, text);
  }
}
