import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { manifestFormat } from '../../../shared/release/manifest.ts';
import { compareRelease, findOtherFormat, type OtherFormat } from '../round/compare-release.ts';
import { readRelease } from './known-options.ts';
import { runCommand } from './run-command.ts';

/** Exit statuses of the command, as its users' scripts know them. */
const status = { same: 0, different: 1, otherFormat: 3 } as const;

const usage = 'npm run verify -- DIR';

/** Recomputes a release from what lies in its folder alone; 3 when only other code can do it. */
async function verify(args: string[]): Promise<number> {
  const files = await readRelease(args[0], 'DIR');
  const other = findOtherFormat(files);
  return other ? reportOtherFormat(other) : reportVerdicts(files);
}

async function reportVerdicts(files: Files): Promise<number> {
  const verdicts = await compareRelease(files);
  for (const { path, verdict } of verdicts) console.log(`${verdict.padEnd(10)} ${path}`);
  const failed = verdicts.filter(({ verdict }) => verdict !== 'same');
  console.log(
    failed.length === 0 ? 'Khớp từng byte. / Every byte is the same.' : `${failed.length} tệp khác. / differ.`,
  );
  return failed.length === 0 ? status.same : status.different;
}

/** Not called different: nothing was compared. */
function reportOtherFormat({ format, code_version }: OtherFormat): number {
  const code = code_version ?? 'không rõ / unknown';
  console.log(`Định dạng ${format}, phiên bản mã ${code}; lệnh này tính lại định dạng ${manifestFormat}.`);
  console.log(`Format ${format}, made by code ${code}; this code recomputes format ${manifestFormat}. Not compared.`);
  return status.otherFormat;
}

await runCommand(usage, verify);
