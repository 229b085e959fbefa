import { enterFiled } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { type ReceiptAddress, requireReceipt } from '../../shared/http/require-receipt.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { answerKey } from '../../shared/lake/keys.ts';
import { type Bucket, type Download, presignDownload, putObject } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Receipt } from '../../shared/ledger/fold-unit.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { type AnswerDocument, readAnswerDocument } from '../../shared/submission/answer-document.ts';
import { makePrefilledForm, type PrefilledFormDeps } from '../../shared/submission/prefilled-form.ts';
import { readArrived } from '../../shared/submission/read-arrived.ts';
import { unidentified } from '../../shared/submission/upload-limits.ts';
import { isMember } from '../../shared/units/registry.ts';
import { writeAnswer } from '../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

export interface AnnotateSubmissionDeps extends PrefilledFormDeps {
  raw: Bucket;
}

/**
 * Where the answer to one receipt in the officer's own form can be fetched for a short while: the values as sent, what is
 * wrong marked.
 */
export async function annotateSubmission(
  of: UnitOf,
  address: ReceiptAddress,
  caller: Caller,
  deps: AnnotateSubmissionDeps,
): Promise<Download> {
  const state = await enterFiled(caller, of, deps.ledger, 'officer', 'certifier', 'publisher');
  const receipt = requireWorkbook(requireReceipt(await readUnit(deps.ledger, of), address));
  const document = await readAnswerDocument(deps.lake, of, receipt.answer.answer_sha256);
  const form = await makePrefilledForm({ ...of, unit_id: bearerOf(document) }, state, deps);
  const { book } = await openWorkbook((await readArrived(of, receipt, deps.raw)).bytes);
  const signingKey = await deps.signingKey();
  const bytes = await writeAnswer({ form, book, findings: document.findings, signingKey });
  const key = answerKey({ ...of, receipt: receipt.receipt });
  await putObject(deps.lake, key, bytes, { contentType: contentTypeOf(key) });
  return presignDownload(deps.lake, key, `ket-qua-${of.unit_id}-${of.period}-lan-${receipt.receipt}.xlsx`);
}

type Answered = Receipt & { answer: NonNullable<Receipt['answer']> };

function requireWorkbook(receipt: Receipt): Answered {
  if (receipt.answer === null) {
    throw new Problem(
      404,
      'file-unknown',
      'Chưa có kết quả kiểm tra của tệp này. Đề nghị kiểm tra tệp rồi tải lại.',
      'No such file has been checked; upload it and have it checked first.',
    );
  }
  if (receipt.format === 'xlsx') return receipt as Answered;
  throw new Problem(
    409,
    'not-a-workbook',
    'Số liệu này được gửi bằng JSON hoặc CSV; các nội dung cần sửa nằm trong kết quả kiểm tra, theo dòng và trường.',
    'These values came as JSON or CSV; their findings name row and field.',
  );
}

/** Whose form the answer is written into: a file under no unit may still name one. */
function bearerOf({ group, period, unit_id, declared_unit_id }: AnswerDocument): string {
  const bearer = unit_id === unidentified ? declared_unit_id : unit_id;
  if (bearer !== null && isMember(bearer, group, period)) return bearer;
  throw new Problem(
    409,
    'unit-not-named',
    'Tệp không cho biết thuộc đơn vị nào của nhóm nên không lập được biểu mẫu trả lời.',
    'The file names no unit of the group, so there is no form to write the answer into.',
  );
}
