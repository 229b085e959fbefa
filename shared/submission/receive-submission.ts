import { sha256Of } from '../digest/canonical-json.ts';
import { parseRawKey, type RawKey } from '../lake/keys.ts';
import { type Bucket, getObject, headObject, listVersions, type StoredObject } from '../lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../ledger/append.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Received } from '../ledger/unit-entry.ts';
import { Fault } from '../observability/fault.ts';
import { answerReceipt } from './answer-receipt.ts';
import { type Arrival, readArrival } from './arrival.ts';
import type { CheckFile } from './check-file.ts';
import { answerHandedIn } from './receive-handed-in.ts';
import { unidentified } from './upload-limits.ts';

/** A version of an object in the raw bucket; without one, the latest. */
export interface ReceiveInput {
  key: string;
  versionId?: string;
}

export interface ReceiveDeps extends LedgerDeps {
  raw: Bucket;
  lake: Bucket;
  /** The doors this caller knows: forms and tables, or tables alone. */
  checkFile: CheckFile;
  now: () => Date;
}

/** A file as it came, before anything is known of it. */
export interface ArrivedFile {
  key: RawKey;
  bytes: Uint8Array;
  arrival: Arrival;
}

/** Where the receipt of an arrival stands. */
export interface ReceiptOf extends UnitOf {
  receipt: number;
}

/**
 * Writes one arrival into the ledger, then its answer. Twice, two at once, late, out of order or cut off half-way: one
 * receipt with its first answer. Null: the arrival's cause belongs to other bytes, so that these came to nothing.
 * Throws the fault `RAW_HASH_WRONG` when the bytes are not those that the key was signed for.
 */
export async function receiveSubmission(input: ReceiveInput, deps: ReceiveDeps): Promise<ReceiptOf | null> {
  const key = parseRawKey(input.key);
  if (!key) throw new Fault('RAW_KEY_UNKNOWN', `${input.key} is not a submission`);
  const stored = await getObject(deps.raw, input.key, input.versionId);
  if (!stored) throw new Fault('RAW_OBJECT_GONE', `${input.key} version ${input.versionId ?? 'latest'} is not there`);
  const file: ArrivedFile = { key, bytes: stored.bytes, arrival: readArrival(stored.metadata) };
  const received = await recordReceipt(file, stored, input.key, deps);
  if (received === null) return null;
  if (key.unit_id === unidentified) return answerHandedIn(file, received, deps);
  return answerReceipt(file, key, received, deps);
}

/** The entry of the arrival, new or known; the bytes' own hash decides, whatever the store has checked. */
async function recordReceipt(
  { key, bytes, arrival }: ArrivedFile,
  stored: StoredObject,
  objectKey: string,
  deps: ReceiveDeps,
): Promise<Received | null> {
  const sha256 = sha256Of(bytes);
  if (sha256 !== key.sha256) throw new Fault('RAW_HASH_WRONG', `${objectKey} holds bytes of hash ${sha256}`);
  const { cause, subject, role, upload_number } = arrival;
  const { entry } = await appendToUnit(deps, key, {
    cause,
    decide: async () => ({
      kind: 'received',
      at: await firstStoredAt(objectKey, cause, stored, deps.raw),
      subject,
      role,
      about: { upload_number, format: key.format, sha256, bytes: bytes.length },
    }),
  });
  const known = entry as Received;
  return known.about.sha256 === sha256 ? known : null;
}

/** A form posted again makes a newer version of the same arrival: it came when the first one did. */
async function firstStoredAt(objectKey: string, cause: string, stored: StoredObject, raw: Bucket): Promise<string> {
  for (const { versionId, storedAt } of await listVersions(raw, objectKey)) {
    if (versionId === stored.versionId) return stored.storedAt;
    const head = await headObject(raw, objectKey, versionId);
    if (head && readArrival(head.metadata).cause === cause) return storedAt;
  }
  return stored.storedAt;
}
