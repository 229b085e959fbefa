import { parseArgs } from 'node:util';
import { checkSignatures } from '../../../shared/release/check-signatures.ts';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { isPublished } from '../../../shared/release/published/build-published.ts';
import { compareRelease, findOtherFormat, formatOf, type OtherFormat } from '../round/compare-release.ts';
import { knownKey, readRelease } from './known-options.ts';
import { runCommand } from './run-command.ts';
import { showSignatures } from './show-signatures.ts';
import { showVerdict } from './show-verdict.ts';

/** Exit statuses of the command, as its users' scripts know them. */
const status = { same: 0, different: 1, otherFormat: 3 } as const;

const usage = 'npm run verify -- DIR [--key FILE.pem]';

/** Recomputes a release from what lies in its folder alone, and says who vouches for it; 3 when only other code can do it. */
async function verify(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { key: { type: 'string' } }, allowPositionals: true });
  const files = await readRelease(positionals[0], 'DIR');
  const trusted = values.key === undefined ? undefined : await knownKey(values.key);
  const other = findOtherFormat(files);
  const found = other ? reportOtherFormat(other, formatOf(files)) : await reportVerdicts(files);
  const signatures = checkSignatures(files, trusted);
  for (const line of showSignatures(signatures)) console.log(line);
  return signatures.faults.length > 0 ? status.different : found;
}

async function reportVerdicts(files: Files): Promise<number> {
  if (isPublished(files)) console.log(publishedWords);
  const verdicts = await compareRelease(files);
  for (const verdict of verdicts) console.log(showVerdict(verdict));
  const failed = verdicts.filter(({ verdict }) => verdict !== 'same');
  console.log(
    failed.length === 0 ? 'Khớp từng byte. / Every byte is the same.' : `${failed.length} tệp khác. / differ.`,
  );
  return failed.length === 0 ? status.same : status.different;
}

/** What is compared of a table that was published elsewhere. */
const publishedWords =
  'Số liệu đã công bố, không tính lại được: chỉ so bảng với tệp đầu vào và tính lại thứ hạng, giá trị trung bình.\n' +
  'Published figures, which cannot be recomputed: the table is compared with its input, ranks and means are recomputed.';

/** Not called different: nothing was compared. */
function reportOtherFormat({ format, code_version }: OtherFormat, own: number): number {
  const code = code_version ?? 'không rõ / unknown';
  console.log(`Định dạng ${format}, phiên bản mã ${code}; lệnh này tính lại định dạng ${own}.`);
  console.log(`Format ${format}, made by code ${code}; this code recomputes format ${own}. Not compared.`);
  return status.otherFormat;
}

await runCommand(usage, verify);
