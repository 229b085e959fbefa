import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { findBreak } from './level-log.ts';
import { parseState, StateBroken } from './state-file.ts';
import { writeWhole } from './whole-file.ts';

/** SHA-256 of each file, as it was when the database was closed. */
const seal = z.record(z.string(), z.string());
const sealName = 'closed.json';

/** Written anew at every opening, or without content: nothing is lost with them. */
const unsealed = new Set(['LOCK', 'LOG', 'LOG.old', sealName]);

/**
 * Looks at LevelDB's files before it opens them. By itself it makes an empty database where `CURRENT` is missing, and goes
 * on without the entries of a damaged log: what was kept would be gone without a word.
 * @throws StateBroken
 */
export async function checkLevel(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const names = await listFiles(directory);
  const text = await readFile(join(directory, sealName), 'utf8').catch(() => null);
  if (text !== null) await checkSeal(directory, parseState(join(directory, sealName), text, seal));
  else await checkUnsealed(directory, names);
}

/** What is closed cannot have changed. A file too many would be one that LevelDB takes for its own. */
async function checkSeal(directory: string, sealed: Record<string, string>): Promise<void> {
  const found = await hashFiles(directory);
  const names = new Set([...Object.keys(sealed), ...Object.keys(found)]);
  for (const name of [...names].sort()) {
    if (sealed[name] !== found[name]) throw new StateBroken(join(directory, name));
  }
}

/** After a kill: the last record of the newest log may be cut short, since nobody was told that it was written. */
async function checkUnsealed(directory: string, names: string[]): Promise<void> {
  if (names.length > 0 && !names.includes('CURRENT')) throw new StateBroken(join(directory, 'CURRENT'));
  const newestLog = names.filter((name) => name.endsWith('.log')).at(-1);
  for (const name of names.filter((one) => one.endsWith('.log') || one.startsWith('MANIFEST-'))) {
    const broken = findBreak(await readFile(join(directory, name)));
    if (broken === 'damaged' || (broken === 'cut short' && name !== newestLog))
      throw new StateBroken(join(directory, name));
  }
}

/** Taken away before the database is opened. */
export const breakSeal = (directory: string): Promise<void> => rm(join(directory, sealName), { force: true });

/** Written after it is closed. */
export async function sealLevel(directory: string): Promise<void> {
  await writeWhole(join(directory, sealName), JSON.stringify(await hashFiles(directory)));
}

async function hashFiles(directory: string): Promise<Record<string, string>> {
  const names = await listFiles(directory);
  const hashes = names.map(async (name) => [name, await hashFile(join(directory, name))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const listFiles = async (directory: string): Promise<string[]> =>
  (await readdir(directory)).filter((name) => !unsealed.has(name) && !name.endsWith('.tmp')).sort();
