import { sha256Of } from '../digest/canonical-json.ts';
import { parseRawKey, type RawKey } from '../lake/keys.ts';
import { type Bucket, getObject, type StoredObject } from '../lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../ledger/append.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Received, UnitEntry } from '../ledger/unit-entry.ts';
import { Fault } from '../observability/fault.ts';
import { answerReceipt } from './answer-receipt.ts';
import { type Arrival, uploadCause } from './arrival.ts';
import type { CheckFile } from './check-file.ts';
import { fillersOf, readDraftDocument } from './draft/draft-document.ts';
import { firstArrival } from './first-arrival.ts';
import { answerHandedIn } from './receive-handed-in.ts';
import { unidentified } from './upload-limits.ts';

/** A version of an object in the raw bucket; without one, the latest. */
export interface ReceiveInput {
  key: string;
  versionId?: string;
  /** The chain of its unit, where it has just been read. */
  known?: readonly UnitEntry[];
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
 * receipt with its first answer. Null: the client's key belongs to other bytes, so that these came to nothing.
 * Throws the faults `RAW_HASH_WRONG`, when the bytes are not those that the key was signed for, and `UPLOAD_NUMBER_REUSED`.
 */
export async function receiveSubmission(input: ReceiveInput, deps: ReceiveDeps): Promise<ReceiptOf | null> {
  const { key, stored } = await readRaw(input, deps.raw);
  const { arrival, at } = await firstArrival(input.key, stored, deps.raw);
  const file: ArrivedFile = { key, bytes: stored.bytes, arrival };
  const recorded = await recordReceipt(file, at, input.known ?? [], deps);
  if (recorded === null) return null;
  const { received, entries } = recorded;
  if (key.unit_id === unidentified) return answerHandedIn(file, received, deps);
  return answerReceipt(file, key, received, deps, entries);
}

/** The bytes' own hash decides, whatever the store has checked. */
async function readRaw({ key, versionId }: ReceiveInput, raw: Bucket): Promise<{ key: RawKey; stored: StoredObject }> {
  const parsed = parseRawKey(key);
  if (!parsed) throw new Fault('RAW_KEY_UNKNOWN', `${key} is not a submission`);
  const stored = await getObject(raw, key, versionId);
  if (!stored) throw new Fault('RAW_OBJECT_GONE', `${key} version ${versionId ?? 'latest'} is not there`);
  const sha256 = sha256Of(stored.bytes);
  if (sha256 !== parsed.sha256) throw new Fault('RAW_HASH_WRONG', `${key} holds bytes of hash ${sha256}`);
  return { key: parsed, stored };
}

interface Recorded {
  received: Received;
  /** The chain with it. */
  entries: UnitEntry[];
}

/** The entry of the arrival, new or known; null where the known one is of another file. */
async function recordReceipt(
  file: ArrivedFile,
  at: string,
  known: readonly UnitEntry[],
  deps: ReceiveDeps,
): Promise<Recorded | null> {
  const { cause, subject, role } = file.arrival;
  const { entry, entries } = await appendToUnit(deps, file.key, {
    cause,
    known,
    decide: async () => ({
      kind: 'received',
      at,
      subject,
      role,
      about: { ...aboutOf(file), ...(await draftOf(file, deps.lake)) },
    }),
  });
  const received = entry as Received;
  if (isSameFile(received.about, aboutOf(file))) return { received, entries };
  // Who chooses a key again has been told so. Who was given a number has not: nobody would miss the file.
  if (cause === uploadCause(file.arrival.upload_number)) throw numberReused(file);
  return null;
}

export const numberReused = ({ key, arrival }: ArrivedFile): Fault =>
  new Fault('UPLOAD_NUMBER_REUSED', `${key.sha256} came as upload ${arrival.upload_number}, which is another file`);

const aboutOf = ({ key, bytes, arrival }: ArrivedFile): Received['about'] => ({
  upload_number: arrival.upload_number,
  format: key.format,
  sha256: key.sha256,
  bytes: bytes.length,
  ...(arrival.partial ? { partial: true } : {}),
});

/** Of figures that were drafted on the server: who filled a row has sent them too. */
async function draftOf({ key, arrival }: ArrivedFile, lake: Bucket): Promise<Partial<Received['about']>> {
  const { draft_sha256 } = arrival;
  if (draft_sha256 === undefined) return {};
  return { draft_sha256, filled_by: fillersOf(await readDraftDocument(lake, key, draft_sha256)) };
}

type SentFile = Pick<Received['about'], 'sha256' | 'format' | 'partial'>;

/** Same bytes by the same door, whole or a part alike: what one cause may stand for. */
export const isSameFile = (one: SentFile, other: SentFile): boolean =>
  one.sha256 === other.sha256 && one.format === other.format && one.partial === other.partial;
