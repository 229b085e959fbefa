import { compareRelease } from '../round/compare-release.ts';
import { readFiles } from '../round/files-on-disk.ts';
import { required, runCommand } from './run-command.ts';

const usage = 'npm run verify -- DIR';

/** Recomputes a release from what lies in its folder alone; 0 when every byte is the same, 1 when one is not. */
async function verify(args: string[]): Promise<number> {
  const verdicts = await compareRelease(await readFiles(required(args[0], 'DIR')));
  for (const { path, verdict } of verdicts) console.log(`${verdict.padEnd(10)} ${path}`);
  const failed = verdicts.filter(({ verdict }) => verdict !== 'same');
  console.log(
    failed.length === 0 ? 'Khớp từng byte. / Every byte is the same.' : `${failed.length} tệp khác. / differ.`,
  );
  return failed.length === 0 ? 0 : 1;
}

await runCommand(usage, verify);
