import { requirePartOfUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireIndicator } from '../../shared/http/require-indicator.ts';
import { requireOwnIndicator } from '../../shared/http/require-own-indicator.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import { takeEvidenceNumber } from '../../shared/http/take-evidence-number.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { evidenceFileKey } from '../../shared/lake/keys.ts';
import { type Bucket, presignUpload } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { isUnclosedFor } from '../../shared/ledger/standing.ts';
import { evidenceMetadata } from '../../shared/submission/evidence/file/evidence-arrival.ts';
import { isSameEvidence } from '../../shared/submission/evidence/file/same-evidence.ts';
import { maxEvidenceBytes } from '../../shared/submission/upload-limits.ts';

export interface RequestEvidenceInput extends UnitOf {
  /** Hex digest of the file. It is the file's name from here on, and S3 refuses other bytes under it. */
  sha256: string;
  size: number;
  file_name: string;
  /** What it proves; absent: several indicators, or none in particular. */
  indicator?: string | undefined;
}

export interface RequestEvidenceDeps extends LedgerDeps {
  raw: Bucket;
  lake: Bucket;
  now: () => Date;
}

export type EvidenceUpload =
  | { status: 'send'; upload_number: number; url: string; fields: Record<string, string> }
  /** The unit has sent these bytes for this indicator already, and they were accepted: nothing to send. */
  | { status: 'received'; upload_number: number };

const expiresSeconds = 900;

/** Gives out the number by which the file will be one arrival, and signs a form for these bytes and this number alone. */
export async function requestEvidence(
  input: RequestEvidenceInput,
  caller: Caller,
  deps: RequestEvidenceDeps,
): Promise<EvidenceUpload> {
  const { group, period: periodId, unit_id } = input;
  requirePartOfUnit(caller, input, 'officer', 'publisher');
  requireSize(input);
  await requireOwnIndicator(caller, input, input.indicator ?? null, deps.table);
  const period = await requirePeriod(deps.ledger, group, periodId);
  requireUnclosed(isUnclosedFor(period, unit_id), input);
  await requireIndicator(input.indicator, period, deps.lake);
  const received = await findReceived(input, deps);
  if (received !== null) return { status: 'received', upload_number: received };
  return signForm(input, caller, deps);
}

async function signForm(
  input: RequestEvidenceInput,
  caller: Caller,
  { raw, table, now }: RequestEvidenceDeps,
): Promise<EvidenceUpload> {
  const { sha256, file_name, indicator } = input;
  const upload_number = await takeEvidenceNumber(table, input, now());
  const post = await presignUpload(raw, {
    key: evidenceFileKey(input),
    sha256,
    maxBytes: maxEvidenceBytes,
    metadata: evidenceMetadata({ upload_number, file_name, ...(await actorOf(table, caller)) }, indicator),
    expiresSeconds,
  });
  return { status: 'send', upload_number, ...post };
}

/** The number by which the same file came for the same indicator. */
async function findReceived({ sha256, indicator, ...of }: RequestEvidenceInput, { ledger }: LedgerDeps) {
  const { evidence } = await readUnit(ledger, of);
  return evidence.find(isSameEvidence({ sha256, indicator }))?.upload_number ?? null;
}

function requireSize({ size }: RequestEvidenceInput): void {
  if (size <= maxEvidenceBytes) return;
  throw new Problem(
    413,
    'file-too-big',
    'Tệp lớn hơn 20 MB. Đề nghị quét lại ở độ phân giải thấp hơn, hoặc tách thành nhiều tệp.',
    'Over 20 MB. Scan it at a lower resolution, or split it.',
  );
}
