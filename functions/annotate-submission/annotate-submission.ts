import { requireFiledUnit } from '../../shared/http/filed-unit.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { answerKey, rawKey, type SubmissionKey } from '../../shared/lake/keys.ts';
import { type Bucket, getObject, presignDownload, putObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readSubmission, type SubmissionRecord } from '../../shared/score-store/submissions.ts';
import type { CheckedDocument } from '../../shared/submission/checked-document.ts';
import { makePrefilledForm, type PrefilledFormDeps } from '../../shared/submission/prefilled-form.ts';
import { readChecked } from '../../shared/submission/read-checked.ts';
import { unidentified } from '../../shared/submission/upload-limits.ts';
import { isMember } from '../../shared/units/registry.ts';
import { writeAnswer } from '../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

export interface AnnotateSubmissionDeps extends PrefilledFormDeps {
  raw: Bucket;
}

/** Where the answer in the officer's own form can be fetched for a short while: the values as sent, what is wrong marked. */
export async function annotateSubmission(
  of: SubmissionKey,
  caller: Caller,
  deps: AnnotateSubmissionDeps,
): Promise<string> {
  requireRole(caller, 'officer', 'certifier', 'publisher');
  requireUnit(caller, of.unit_id);
  requireFiledUnit(of);
  requireOwner(caller, of.group);
  const open = await requireOpenPeriod(deps.table, of.group, of.period);
  const record = await requireWorkbook(of, deps.table);
  const document = await readChecked(deps.lake, record);
  const form = await makePrefilledForm(bearerOf(document), open, deps);
  const { book } = await openWorkbook(await readRaw(of, deps.raw));
  const bytes = await writeAnswer({ form, book, findings: document.findings });
  const key = answerKey(of);
  await putObject(deps.lake, key, bytes, { contentType: contentTypeOf(key) });
  return presignDownload(deps.lake, key, `ket-qua-${of.unit_id}-${of.period}.xlsx`);
}

async function requireWorkbook(of: SubmissionKey, table: ScoreTable): Promise<SubmissionRecord> {
  const record = await readSubmission(table, of);
  if (!record) {
    throw new Problem(
      404,
      'file-unknown',
      'Chưa có kết quả kiểm tra của tệp này. Đề nghị kiểm tra tệp rồi tải lại.',
      'No such file has been checked; upload it and have it checked first.',
    );
  }
  if (record.format === 'xlsx') return record;
  throw new Problem(
    409,
    'not-a-workbook',
    'Số liệu này được gửi bằng JSON hoặc CSV; các nội dung cần sửa nằm trong kết quả kiểm tra, theo dòng và trường.',
    'These values came as JSON or CSV; their findings name row and field.',
  );
}

/** Whose form the answer is written into: a file under no unit may still name one. */
function bearerOf({ group, period, unit_id, declared_unit_id }: CheckedDocument): string {
  const bearer = unit_id === unidentified ? declared_unit_id : unit_id;
  if (bearer !== null && isMember(bearer, group, period)) return bearer;
  throw new Problem(
    409,
    'unit-not-named',
    'Tệp không cho biết thuộc đơn vị nào của nhóm nên không lập được biểu mẫu trả lời.',
    'The file names no unit of the group, so there is no form to write the answer into.',
  );
}

/** A file that the ministry handed in lies where it was put, though its answer is the unit's. */
async function readRaw(of: SubmissionKey, raw: Bucket): Promise<Uint8Array> {
  const key = { ...of, format: 'xlsx' } as const;
  const handedIn = { ...key, unit_id: unidentified };
  const stored = (await getObject(raw, rawKey(key))) ?? (await getObject(raw, rawKey(handedIn)));
  if (!stored) throw new Fault('RAW_OBJECT_GONE', `${rawKey(key)} is not there`);
  return stored.bytes;
}
