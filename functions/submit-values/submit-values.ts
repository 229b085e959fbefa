import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireDigest } from '../../shared/http/content-digest.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { requireKey } from '../../shared/http/request-cause.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import { takeUploadNumber } from '../../shared/http/take-upload-number.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { type RawFormat, type RawKey, rawKey } from '../../shared/lake/keys.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { answerReceipt, receiptIn } from '../../shared/submission/answer-receipt.ts';
import { type Arrival, arrivalMetadata, tableCause } from '../../shared/submission/arrival.ts';
import type { BoundFindings } from '../../shared/submission/bound-findings.ts';
import { readArrived } from '../../shared/submission/read-arrived.ts';
import { isSameFile, type ReceiveDeps, receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { type InPeriod, tellReceipt } from '../../shared/submission/tell-answer.ts';
import { judgeOnly } from './judge-only.ts';
import { keyReused, requireFormat, requireSize } from './require-values.ts';

export interface SubmitValuesInput {
  group: string;
  period: string;
  unit_id: string;
  contentType: string | undefined;
  /** What the sender says the bytes are (RFC 9530). */
  contentDigest: string | undefined;
  bytes: Uint8Array;
  /** The rows sent are laid over the unit's current submission. */
  partial: boolean;
  /** Answers and keeps nothing. */
  dryRun: boolean;
  /** Of the client: the same key is the same arrival. */
  idempotencyKey: string | null;
  requestId: string;
}

export interface ValuesAnswer extends BoundFindings {
  accepted: boolean;
  unit_id: string;
  sha256: string;
  /** *Lần gửi n*; null: nothing was kept. */
  receipt: number | null;
}

type TableFormat = Exclude<RawFormat, 'xlsx'>;

const contentTypes: Record<TableFormat, string> = { json: 'application/json', csv: 'text/csv' };

/** What is known of the unit when its figures come. */
interface Told extends InPeriod {
  /** Its chain, read once. */
  entries: UnitEntry[];
}

/** The columns of the form by API: kept raw like a form, checked by the same rules, answered at once. */
export async function submitValues(input: SubmitValuesInput, caller: Caller, deps: ReceiveDeps): Promise<ValuesAnswer> {
  const { group, period, unit_id, bytes } = input;
  requireRole(caller, 'officer', 'publisher');
  requireUnit(caller, unit_id);
  const format = requireFormat(input.contentType, contentTypes);
  requireSize(bytes);
  requireDigest(input.contentDigest, bytes);
  requireKey(input.idempotencyKey);
  requireMember(unit_id, group, period);
  requireOwner(caller, group);
  const state = await requirePeriod(deps.ledger, group, period);
  const key = { group, period, unit_id, sha256: sha256Of(bytes), format };
  if (input.dryRun) return judgeOnly({ key, bytes, partial: input.partial }, state, deps);
  const entries = await readChain<UnitEntry>(deps.ledger, unitChain(key));
  const known = await findReceived(key, input, entries, deps);
  const told = { of: key, unit: foldUnit(entries), period: state, entries };
  const received = known ?? (await receive(key, input, told, caller, deps));
  return tell(received, told, deps);
}

/** What was sent under the same key before; anything else under it is refused. Null: nothing was. */
async function findReceived(
  key: RawKey,
  input: SubmitValuesInput,
  entries: UnitEntry[],
  deps: ReceiveDeps,
): Promise<number | null> {
  const { group, period, unit_id } = key;
  const of = { group, period, unit_id };
  const known = entries.find((entry) => entry.kind === 'received' && entry.cause === tableCause(input));
  if (known?.kind !== 'received') return null;
  if (!isSameFile(known.about, { ...key, ...(input.partial ? { partial: true } : {}) })) throw keyReused();
  const { receipt } = receiptIn(entries, known);
  // Cut off before its answer: the bytes are there, maybe under newer ones that are the same, and are answered now.
  if (!receipt.answer) await answerReceipt(await readArrived(of, receipt, deps.raw), of, known, deps);
  return receipt.receipt;
}

async function receive(
  key: RawKey,
  input: SubmitValuesInput,
  told: Told,
  caller: Caller,
  deps: ReceiveDeps,
): Promise<number> {
  const arrival: Arrival = {
    upload_number: await takeUploadNumber(deps.table, told, deps.now()),
    cause: tableCause(input),
    file_name: `${key.unit_id}.${key.format}`,
    partial: input.partial,
    ...(await actorOf(deps.table, caller)),
  };
  const versionId = await putObject(deps.raw, rawKey(key), input.bytes, {
    contentType: contentTypes[key.format as TableFormat],
    metadata: arrivalMetadata(arrival),
  });
  const received = await receiveSubmission(
    { key: rawKey(key), ...(versionId ? { versionId } : {}), known: told.entries },
    deps,
  );
  if (!received) throw keyReused();
  return received.receipt;
}

/** A long chain is read once, and then only what came since. */
async function tell(
  number: number,
  { of: key, period, entries }: Told,
  { ledger, lake }: ReceiveDeps,
): Promise<ValuesAnswer> {
  const of = { group: key.group, period: key.period, unit_id: key.unit_id };
  const unit = foldUnit(await readChain<UnitEntry>(ledger, unitChain(of), entries));
  const told = await tellReceipt(requireReceipt(unit, { receipt: String(number) }), { of, unit, period }, lake);
  const { unit_id, sha256, receipt, findings, more_findings } = told;
  return { accepted: told.status === 'accepted', unit_id, sha256, receipt, findings, more_findings };
}
