import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFiles, readWorkbooks, removeRelease, writeFiles } from '../../../../infra/local/round/files-on-disk.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dti-files-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const bytes = new Uint8Array([1]);
const put = (...paths: string[]) => writeFiles(directory, new Map(paths.map((path) => [path, bytes])));
const manifest = (...paths: string[]) => {
  const files = paths.map((path) => ({ path }));
  return writeFile(join(directory, 'manifest.json'), JSON.stringify({ inputs: [], outputs: files }));
};
const left = async () => [...(await readFiles(directory)).keys()].sort();

describe('readWorkbooks', () => {
  it('passes over what is no workbook: other files, lock files of Excel, a folder that is called like one', async () => {
    await put('b.xlsx', 'Biểu mẫu.XLSX', 'readme.txt', '~$b.xlsx');
    await mkdir(join(directory, 'old.xlsx'));
    expect((await readWorkbooks(directory)).map(({ name }) => name)).toEqual(['Biểu mẫu.XLSX', 'b.xlsx']);
  });
});

describe('readWorkbooks of older or other programs', () => {
  it('takes them along, so that their senders are told what to save instead of being counted as missing', async () => {
    await put('a.xls', 'b.ods', 'c.xlsm');
    expect((await readWorkbooks(directory)).map(({ name }) => name)).toEqual(['a.xls', 'b.ods', 'c.xlsm']);
  });
});

describe('readFiles', () => {
  it('follows no link, to a file or to a folder, and hides none', async () => {
    await put('inner/a.csv', 'outer/secret.txt');
    await symlink('../outer/secret.txt', join(directory, 'inner/b.csv'));
    await symlink('../outer', join(directory, 'inner/units'));
    const files = await readFiles(join(directory, 'inner'));
    expect([...files].sort().map(([path, { length }]) => [path, length])).toEqual([
      ['a.csv', 1],
      ['b.csv', 0],
      ['units', 0],
    ]);
  });
});

describe('removeRelease', () => {
  it('takes away what the manifest promises, so that a longer release leaves nothing in the next one', async () => {
    await put('scoreboard.csv', 'inputs/answers.parquet', 'release.json', 'notes.txt', 'inputs/mine.csv');
    await manifest('scoreboard.csv', 'inputs/answers.parquet');
    await removeRelease(directory);
    expect(await left()).toEqual(['inputs/mine.csv', 'notes.txt']);
  });

  it('leaves the folder alone when its manifest is of something else', async () => {
    await put('scoreboard.csv', 'release.json');
    await writeFile(join(directory, 'manifest.json'), '{"name": "app"}');
    await removeRelease(directory);
    expect(await left()).toEqual(['manifest.json', 'release.json', 'scoreboard.csv']);
  });

  it('removes nothing outside the folder, whatever the manifest says', async () => {
    await put('inner/x', 'kept.txt');
    await writeFile(
      join(directory, 'inner/manifest.json'),
      JSON.stringify({ inputs: [], outputs: [{ path: '../kept.txt' }] }),
    );
    await removeRelease(join(directory, 'inner'));
    expect(await left()).toContain('kept.txt');
  });
});
