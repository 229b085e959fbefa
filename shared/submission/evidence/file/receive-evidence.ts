import { sha256Of } from '../../../digest/canonical-json.ts';
import { type EvidenceType, parseEvidenceFileKey, type SubmissionKey } from '../../../lake/keys.ts';
import { type Bucket, getObject, type StoredObject } from '../../../lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../../ledger/append.ts';
import type { EvidenceSent, UnitEntry } from '../../../ledger/unit-entry.ts';
import { Fault } from '../../../observability/fault.ts';
import { makeFinding, noPlace } from '../../finding.ts';
import { type ArrivalAt, firstArrival } from '../../first-arrival.ts';
import type { ReceiveInput } from '../../receive-submission.ts';
import type { Finding } from '../../submission.ts';
import { indicatorIn } from './evidence-arrival.ts';
import { writeEvidence } from './evidence-document.ts';
import { recogniseFile } from './recognise-file.ts';
import { type EvidenceFor, isSameEvidence } from './same-evidence.ts';

export interface ReceiveEvidenceDeps extends LedgerDeps {
  raw: Bucket;
  lake: Bucket;
}

/**
 * Writes one file of evidence into its unit's chain, accepted or refused by what its bytes are. Twice, two at once, late or
 * cut off half-way: one entry; by two forms for the same indicator too, where that of the other is the answer. Null: the
 * number of its form belongs to other bytes, so that these came to nothing.
 * Throws the fault `RAW_HASH_WRONG` when the bytes are not those that the key was signed for.
 */
export async function receiveEvidence(input: ReceiveInput, deps: ReceiveEvidenceDeps): Promise<EvidenceSent | null> {
  const { key, stored } = await readFile(input, deps.raw);
  const first = await firstArrival(input.key, stored, deps.raw);
  const { cause, subject, role } = first.arrival;
  const proves = { sha256: key.sha256, indicator: indicatorIn(stored.metadata) ?? undefined };
  const { entry, entries } = await appendToUnit(deps, key, {
    cause,
    decide: async (entries) => {
      if (findSame(entries, proves)) return null;
      const about = await describe(key, stored, first, deps.lake);
      return { kind: 'evidence', at: first.at, subject, role, about };
    },
  });
  const standing = entry ?? findSame(entries, proves);
  return standing?.kind === 'evidence' && standing.about.sha256 === key.sha256 ? standing : null;
}

const findSame = (entries: readonly UnitEntry[], proves: EvidenceFor): EvidenceSent | undefined =>
  entries.filter((entry) => entry.kind === 'evidence').find(({ about }) => isSameEvidence(proves)(about));

/** The bytes' own hash decides, whatever the store has checked. */
async function readFile(
  { key, versionId }: ReceiveInput,
  raw: Bucket,
): Promise<{ key: SubmissionKey; stored: StoredObject }> {
  const parsed = parseEvidenceFileKey(key);
  if (!parsed) throw new Fault('RAW_KEY_UNKNOWN', `${key} is no file of evidence`);
  const stored = await getObject(raw, key, versionId);
  if (!stored) throw new Fault('RAW_OBJECT_GONE', `${key} version ${versionId ?? 'latest'} is not there`);
  const sha256 = sha256Of(stored.bytes);
  if (sha256 !== parsed.sha256) throw new Fault('RAW_HASH_WRONG', `${key} holds bytes of hash ${sha256}`);
  return { key: parsed, stored };
}

async function describe(
  key: SubmissionKey,
  { bytes, metadata, versionId }: StoredObject,
  { arrival, at }: ArrivalAt,
  lake: Bucket,
): Promise<EvidenceSent['about']> {
  const { upload_number, file_name } = arrival;
  const { type, findings } = judge(bytes);
  const indicator = indicatorIn(metadata);
  const known = { upload_number, sha256: key.sha256, bytes: bytes.length, type };
  const evidence_sha256 = await writeEvidence(lake, {
    ...key,
    ...known,
    indicator,
    file_name,
    version_id: versionId,
    received_at: at,
    findings,
  });
  return { ...known, ...(indicator === null ? {} : { indicator }), evidence_sha256 };
}

function judge(bytes: Uint8Array): { type: EvidenceType | null; findings: Finding[] } {
  const found = recogniseFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (typeof found === 'string') return { type: found, findings: [] };
  return { type: null, findings: [makeFinding(found.rule, noPlace, { kind: found.kind })] };
}
