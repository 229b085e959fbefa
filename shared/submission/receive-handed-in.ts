import { appendToUnit } from '../ledger/append.ts';
import type { Received } from '../ledger/unit-entry.ts';
import { answerCause, answerReceipt, draftAnswer, receiptIn } from './answer-receipt.ts';
import { uploadCause } from './arrival.ts';
import { type ArrivedFile, isSameFile, numberReused, type ReceiptOf, type ReceiveDeps } from './receive-submission.ts';
import { unidentified } from './upload-limits.ts';

/**
 * A file that the ministry hands in without a unit is received a second time under the unit whose signed form it is, once
 * that is known; where it is nobody's, its answer stays with the files of nobody.
 */
export async function answerHandedIn(file: ArrivedFile, received: Received, deps: ReceiveDeps): Promise<ReceiptOf> {
  const { group, period } = file.key;
  const of = { group, period, unit_id: unidentified };
  const { entries } = await appendToUnit(deps, of, {
    cause: answerCause(received),
    decide: async (entries) => {
      const { draft, declared } = await draftAnswer(file, of, receiptIn(entries, received), deps);
      if (!draft.about.accepted || declared === null) return draft;
      // Under the unit first: cut off between the two, the next delivery finds it there.
      await fileUnder(declared, file, received, deps);
      return { ...draft, about: { ...draft.about, filed_under: declared } };
    },
  });
  const { receipt } = receiptIn(entries, received);
  const bearer = receipt.answer?.filed_under;
  return bearer === undefined ? { ...of, receipt: receipt.receipt } : fileUnder(bearer, file, received, deps);
}

async function fileUnder(
  unitId: string,
  file: ArrivedFile,
  { at, subject, role, about }: Received,
  deps: ReceiveDeps,
): Promise<ReceiptOf> {
  const { group, period } = file.key;
  const of = { group, period, unit_id: unitId };
  const { entry } = await appendToUnit(deps, of, {
    cause: uploadCause(about.upload_number),
    decide: () => ({ kind: 'received', at, subject, role, about }),
  });
  if (!isSameFile((entry as Received).about, about)) throw numberReused(file);
  return answerReceipt(file, of, entry as Received, deps);
}
