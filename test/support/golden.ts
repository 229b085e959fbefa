import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readFiles, writeFiles } from '../../infra/local/round/files-on-disk.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';

const folder = join(import.meta.dirname, '../golden/dti-province34-2024-r1');
const digestsPath = 'sha256.json';

/** The 2024 release as it once was: its input files, its CSV, and the SHA-256 of each other output. */
export const readGolden = (): Promise<Files> => readFiles(folder);

/** What of a release is kept as golden. */
export function goldenOf(release: Files): Files {
  const isWhole = (path: string) => path.startsWith('inputs/') || path === 'scoreboard.csv';
  const promised = [...release].filter(([path]) => path !== 'release.json' && path !== 'provenance.json');
  const digests = promised
    .filter(([path]) => !isWhole(path))
    .map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')])
    .sort();
  const lines = new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`);
  return new Map([...promised.filter(([path]) => isWhole(path)), [digestsPath, lines] as const]);
}

/** With `UPDATE_GOLDEN=1` the release takes the golden one's place: when other bytes are meant. */
export async function updateGolden(release: Files): Promise<void> {
  if (!process.env.UPDATE_GOLDEN) return;
  await rm(folder, { recursive: true, force: true });
  await writeFiles(folder, goldenOf(release));
}
