import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { readFiles } from '../round/files-on-disk.ts';
import { recomputeRelease } from '../round/recompute-release.ts';
import { required, runCommand } from './run-command.ts';

const usage = 'npm run verify -- DIR';

/** Beside a release but not of it: who and when, and what was answered to each file. */
const notPromised = new Set(['release.json', 'findings.json']);

/** Recomputes a release from what lies in its folder alone; 0 when every byte is the same, 1 when one is not. */
async function verify(args: string[]): Promise<number> {
  const published = await readFiles(required(args[0], 'DIR'));
  const recomputed = await recomputeRelease(published);
  const verdicts = [...new Set([...recomputed.keys(), ...published.keys()])]
    .filter((path) => !notPromised.has(path))
    .sort()
    .map((path) => ({ path, verdict: compare(path, published, recomputed) }));
  for (const { path, verdict } of verdicts) console.log(`${verdict.padEnd(10)} ${path}`);
  const failed = verdicts.filter(({ verdict }) => verdict !== 'same');
  console.log(
    failed.length === 0 ? 'Khớp từng byte. / Every byte is the same.' : `${failed.length} tệp khác. / differ.`,
  );
  return failed.length === 0 ? 0 : 1;
}

function compare(path: string, published: Files, recomputed: Files): 'same' | 'DIFFERENT' | 'MISSING' | 'STRAY' {
  const [left, right] = [published.get(path), recomputed.get(path)];
  if (!left) return 'MISSING';
  if (!right) return 'STRAY';
  return Buffer.from(left).equals(right) ? 'same' : 'DIFFERENT';
}

await runCommand(usage, verify);
