import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { enterUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOpenFor } from '../../shared/http/require-period.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import { takeUploadNumber } from '../../shared/http/take-upload-number.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { type RawKey, rawKey } from '../../shared/lake/keys.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { type UnitOf, unitChain } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { foldUnit, type Receipt } from '../../shared/ledger/fold-unit.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import { newest } from '../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { answerReceipt } from '../../shared/submission/answer-receipt.ts';
import { arrivalMetadata } from '../../shared/submission/arrival.ts';
import { type BoundFindings, boundFindings, findingBounds } from '../../shared/submission/bound-findings.ts';
import { draftDocumentOf, draftVersion, writeDraftDocument } from '../../shared/submission/draft/draft-document.ts';
import type { DraftRow } from '../../shared/submission/draft/draft-row.ts';
import { readDraft } from '../../shared/submission/draft/draft-store.ts';
import { type JudgedDraft, judgeDraft } from '../../shared/submission/draft/judge-draft.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { readArrived } from '../../shared/submission/read-arrived.ts';
import { type ReceiveDeps, receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { tellReceipt } from '../../shared/submission/tell-answer.ts';
import { maxValuesBytes } from '../../shared/submission/upload-limits.ts';

export interface SendDraftInput extends UnitOf {
  /** The draft that was seen: another one is not sent. */
  version: string;
}

/** As of figures that are sent by API. */
export interface SentDraft extends BoundFindings {
  accepted: boolean;
  unit_id: string;
  sha256: string;
  receipt: number;
  version: string;
}

/**
 * Sends all rows as they were seen, as figures by API are sent: kept raw, one receipt, checked and answered at once. A draft
 * is the same submission however often it is sent, until another receipt comes after it. Everybody who filled a row of it
 * counts as having sent it.
 */
export async function sendDraft(input: SendDraftInput, caller: Caller, deps: ReceiveDeps): Promise<SentDraft> {
  const { version, group, period, unit_id } = input;
  const of = { group, period, unit_id };
  const state = await enterUnit(caller, of, deps.ledger, 'officer');
  const entries = await readChain<UnitEntry>(deps.ledger, unitChain(of));
  const last = newest(foldUnit(entries).receipts);
  const sent = last?.draft_sha256 === version ? last : null;
  const receipt = sent
    ? await finish(of, sent, entries, deps)
    : await send(of, { version, state, entries }, caller, deps);
  return tell(of, receipt, { version, state }, deps);
}

/** Cut off before its answer: the bytes are there, and are answered now. */
async function finish(of: UnitOf, sent: Receipt, entries: UnitEntry[], deps: ReceiveDeps): Promise<number> {
  if (sent.answer) return sent.receipt;
  const received = entries.filter(({ kind }) => kind === 'received')[sent.receipt - 1];
  if (received?.kind === 'received') await answerReceipt(await readArrived(of, sent, deps.raw), of, received, deps);
  return sent.receipt;
}

interface Sending {
  version: string;
  state: PeriodState;
  entries: UnitEntry[];
}

async function send(
  of: UnitOf,
  { version, state, entries }: Sending,
  caller: Caller,
  deps: ReceiveDeps,
): Promise<number> {
  requireOpenFor(state, of.unit_id, deps.now());
  const unit = foldUnit(entries);
  const rows = await readDraft(deps.table, of);
  requireVersion(version, of, rows);
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const judged = await judgeDraft(of, { framework, rows, unit }, deps);
  requireAcceptable(judged);
  requireSize(judged);
  const key: RawKey = { ...of, sha256: sha256Of(judged.bytes), format: 'json' };
  const versionId = await putObject(deps.raw, rawKey(key), judged.bytes, {
    contentType: 'application/json',
    metadata: arrivalMetadata({
      upload_number: await takeUploadNumber(deps.table, { of, unit, period: state }, deps.now()),
      // Two at once are of one chain: the same arrival. After another receipt it is a new one.
      cause: `draft/${version}/${unit.receipts.length}`,
      file_name: `${of.unit_id}.json`,
      partial: false,
      draft_sha256: await writeDraftDocument(deps.lake, draftDocumentOf(of, rows)),
      ...(await actorOf(deps.table, caller)),
    }),
  });
  const given = { key: rawKey(key), ...(versionId ? { versionId } : {}), known: entries };
  return (await receiveSubmission(given, deps))!.receipt;
}

async function tell(
  of: UnitOf,
  number: number,
  { version, state }: Pick<Sending, 'version' | 'state'>,
  deps: ReceiveDeps,
): Promise<SentDraft> {
  const unit = foldUnit(await readChain<UnitEntry>(deps.ledger, unitChain(of)));
  const receipt = requireReceipt(unit, { receipt: String(number) });
  const { status, sha256, findings, more_findings } = await tellReceipt(
    receipt,
    { of, unit, period: state },
    deps.lake,
  );
  return {
    accepted: status === 'accepted',
    unit_id: of.unit_id,
    sha256,
    receipt: number,
    version,
    findings,
    more_findings,
  };
}

function requireVersion(version: string, of: UnitOf, rows: readonly DraftRow[]): void {
  const standing = draftVersion(of, rows);
  if (version === standing) return;
  throw new Problem(
    409,
    'draft-changed',
    'Bản kê khai đã được đổi sau khi trang này được mở. Đề nghị xem lại rồi gửi.',
    'The draft was changed since you saw it; look at it again, then send.',
    { members: { version: standing } },
  );
}

/** What would be rejected is not sent: who fills it on the screen mends it there. */
function requireAcceptable({ acceptable, findings }: JudgedDraft): void {
  if (acceptable) return;
  const { findings: told, more_findings } = boundFindings(findings, findingBounds.told);
  throw new Problem(
    422,
    'draft-refused',
    'Bản kê khai còn lỗi nên chưa gửi được. Đề nghị sửa các lỗi được nêu rồi gửi lại.',
    'The draft has errors and was not sent; mend them and send again.',
    { members: { findings: told, more_findings } },
  );
}

function requireSize({ bytes }: JudgedDraft): void {
  if (bytes.length <= maxValuesBytes) return;
  throw new Problem(
    413,
    'file-too-big',
    'Bản kê khai lớn hơn 1 MB. Đề nghị rút gọn phần ghi chú và tài liệu kiểm chứng.',
    'Over 1 MB; shorten notes and evidence.',
  );
}
