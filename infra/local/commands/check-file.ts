import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkSubmission } from '../../../shared/submission/check-submission.ts';
import { issueForm } from '../../../shared/submission/form/issue-form.ts';
import type { CheckedSubmission } from '../../../shared/submission/submission.ts';
import { toldFindings } from '../../../shared/submission/told-findings.ts';
import { writeAnswer } from '../../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { loadSigningKey } from '../signing-key.ts';
import { type FormOptions, formOptions, memberNamed, readFormOptions } from './form-options.ts';
import { knownFile } from './known-options.ts';
import { UsageError } from './run-command.ts';
import { showFinding } from './show.ts';

export const usage =
  'npm run check -- FILE [--group G] --period P --framework ID|DIR [--unit U] [--json] [--annotated OUT.xlsx]';

/** Exit statuses, as scripts know them. */
const status = { accepted: 0, rejected: 3 } as const;

/** Answers one file as the pipeline would: guard, reader, rules. Starts no engine and keeps nothing. */
export async function checkFile(args: string[]): Promise<number> {
  const options = { ...formOptions, json: { type: 'boolean' }, annotated: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('cần đúng một FILE', 'one FILE is needed');
  const round = await readFormOptions(values);
  const unitId = values.unit === undefined ? null : memberNamed(values.unit, round).unit_id;
  const job: Job = { bytes: await knownFile(file, 'FILE'), round, unitId, signingKey: await loadSigningKey() };
  const checked = await check(job);
  if (values.json) console.log(JSON.stringify(toJson(checked), null, 2));
  else show(checked, file);
  if (values.annotated !== undefined) await writeAnnotated(values.annotated, job, checked);
  return checked.accepted ? status.accepted : status.rejected;
}

interface Job {
  bytes: Uint8Array;
  round: FormOptions;
  /** Null: the file says whose it is. */
  unitId: string | null;
  signingKey: Uint8Array;
}

function check({ bytes, round, unitId, signingKey }: Job): Promise<CheckedSubmission> {
  const { group, period, framework } = round;
  const members = new Set(round.members.map((unit) => unit.unit_id));
  return checkSubmission(
    { bytes, expected: { group, period, unit_id: unitId }, context: { framework, members } },
    { signingKey, openWorkbook },
  );
}

const toJson = ({ accepted, unit_id, sha256, findings }: CheckedSubmission) => ({
  accepted,
  unit_id,
  sha256,
  findings: toldFindings(findings),
});

function show({ accepted, unit_id, findings, observations }: CheckedSubmission, file: string): void {
  const verdict = accepted ? `được tiếp nhận / accepted, ${observations.length} số liệu` : 'bị từ chối / rejected';
  console.log(`${file} (${unit_id ?? '?'}): ${verdict}`);
  for (const finding of toldFindings(findings)) {
    console.log(`  ${finding.severity === 'error' ? 'Lỗi' : 'Lưu ý'} ${showFinding(finding)}`);
  }
}

/** The answer is a form of the unit that was asked for, else of the one that the file names, if it is of the group. */
async function writeAnnotated(out: string, { bytes, round, unitId, signingKey }: Job, checked: CheckedSubmission) {
  const { framework, group, period, members } = round;
  const bearer = unitId ?? checked.unit_id;
  if (bearer === null || !members.some((unit) => unit.unit_id === bearer)) {
    console.error(`${out} not written: the file names no unit of ${group}; give --unit`);
    return;
  }
  const form = issueForm({ unit: memberNamed(bearer, round), group, period, framework }, signingKey);
  const { book } = await openWorkbook(bytes);
  await writeFile(out, await writeAnswer({ form, book, findings: checked.findings, signingKey }));
}
