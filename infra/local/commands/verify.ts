import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { isPublished } from '../../../shared/release/published/build-published.ts';
import { compareRelease, findOtherFormat, formatOf, type OtherFormat } from '../round/compare-release.ts';
import { readRelease } from './known-options.ts';
import { runCommand } from './run-command.ts';

/** Exit statuses of the command, as its users' scripts know them. */
const status = { same: 0, different: 1, otherFormat: 3 } as const;

const usage = 'npm run verify -- DIR';

/** Recomputes a release from what lies in its folder alone; 3 when only other code can do it. */
async function verify(args: string[]): Promise<number> {
  const files = await readRelease(args[0], 'DIR');
  const other = findOtherFormat(files);
  return other ? reportOtherFormat(other, formatOf(files)) : reportVerdicts(files);
}

async function reportVerdicts(files: Files): Promise<number> {
  if (isPublished(files)) console.log(publishedWords);
  const verdicts = await compareRelease(files);
  for (const { path, verdict } of verdicts) console.log(`${verdict.padEnd(10)} ${path}`);
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
