import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * LibreOffice computes no workbook of another program when it opens it, whatever the file asks for: this makes it. A test
 * that forgets it passes on what was cached and proves nothing.
 */
const alwaysRecompute = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

export type Named = ReadonlyMap<string, Uint8Array>;

/** Opens each workbook and saves it again, all in one start of the program. */
export async function resaveWorkbooks(books: Named, how: { recompute: boolean }): Promise<Map<string, Uint8Array>> {
  const directory = await mkdtemp(join(tmpdir(), 'dti-office-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  if (how.recompute) {
    await mkdir(join(directory, 'profile/user'), { recursive: true });
    await writeFile(join(directory, 'profile/user/registrymodifications.xcu'), alwaysRecompute);
  }
  await mkdir(join(directory, 'in'));
  for (const [name, bytes] of books) await writeFile(join(directory, 'in', `${name}.xlsx`), bytes);
  const files = [...books.keys()].map((name) => join(directory, 'in', `${name}.xlsx`));
  const profile = `-env:UserInstallation=file://${directory}/profile`;
  const options = ['--headless', '--convert-to', 'xlsx', '--outdir', join(directory, 'out')];
  execFileSync('soffice', [profile, ...options, ...files], { stdio: 'ignore' });
  const saved = await Promise.all(
    [...books.keys()].map(async (name) => [name, await readFile(join(directory, 'out', `${name}.xlsx`))] as const),
  );
  return new Map(saved);
}
