import { checkedKey, parseRawKey, type RawKey } from '../lake/keys.ts';
import { type Bucket, getObject, putObject, type StoredObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import { type OpenPeriod, readPeriod } from '../score-store/periods.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { recordSubmission } from '../score-store/submissions.ts';
import { membersOf } from '../units/registry.ts';
import type { CheckFile } from './check-file.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckContext } from './figure.ts';
import { readPeriodFramework } from './period-framework.ts';
import { previousFigures } from './released-figures.ts';
import { receivedLate } from './rules/received-late.ts';
import type { CheckedSubmission } from './submission.ts';
import { unidentified } from './upload-limits.ts';
import { readUploadMetadata } from './upload-metadata.ts';
import { yearBeforeFigures } from './year-before-figures.ts';

/** A version of an object in the raw bucket; without one, the latest. */
export interface ReceiveInput {
  key: string;
  versionId?: string;
}

export interface ReceiveDeps {
  raw: Bucket;
  lake: Bucket;
  table: ScoreTable;
  /** The doors this caller knows: forms and tables, or tables alone. */
  checkFile: CheckFile;
}

/**
 * Checks one received file and keeps answer and figures under its hash. Runs twice, two at once, late or out of order to
 * the same end: what is current follows from the upload number that was given out before the file came.
 */
export async function receiveSubmission(input: ReceiveInput, deps: ReceiveDeps): Promise<CheckedDocument> {
  const key = parseRawKey(input.key);
  if (!key) throw new Fault('RAW_KEY_UNKNOWN', `${input.key} is not a submission`);
  const stored = await getObject(deps.raw, input.key, input.versionId);
  if (!stored) throw new Fault('RAW_OBJECT_GONE', `${input.key} version ${input.versionId ?? 'latest'} is not there`);
  const period = await readPeriod(deps.table, key.group, key.period);
  if (!period) throw new Fault('PERIOD_UNKNOWN', `${key.group} ${key.period} was never opened`);
  const checked = await check(stored.bytes, key, period, deps);
  const late = receivedLate(stored.storedAt, period.deadline_at);
  return keep({ checked: { ...checked, findings: [...late, ...checked.findings] }, key, stored, period }, deps);
}

async function check(bytes: Uint8Array, key: RawKey, period: OpenPeriod, deps: ReceiveDeps) {
  const framework = await readPeriodFramework(deps.lake, period);
  const { group, format } = key;
  const context: CheckContext = {
    framework,
    members: new Set(membersOf(group, key.period).map((unit) => unit.unit_id)),
  };
  return deps.checkFile(
    {
      bytes,
      format,
      expected: { group, period: key.period, unit_id: key.unit_id === unidentified ? null : key.unit_id },
    },
    async (unitId) => {
      const of = { group, period: key.period, unit_id: unitId };
      const previous = await previousFigures(of, framework, deps);
      return { ...context, previous, yearBefore: await yearBeforeFigures(of, framework, deps) };
    },
  );
}

interface Received {
  checked: CheckedSubmission;
  key: RawKey;
  stored: StoredObject;
  period: OpenPeriod;
}

async function keep({ checked, key, stored, period }: Received, deps: ReceiveDeps): Promise<CheckedDocument> {
  const { file_name, upload_number } = readUploadMetadata(stored.metadata);
  // A file handed in by the ministry is filed under the unit it names, once that unit's signature was found good.
  const unitId = key.unit_id === unidentified && checked.accepted && checked.unit_id ? checked.unit_id : key.unit_id;
  const document: CheckedDocument = {
    ...key,
    unit_id: unitId,
    declared_unit_id: checked.unit_id,
    file_name,
    received_at: stored.storedAt,
    framework_sha256: period.framework_sha256,
    accepted: checked.accepted,
    findings: checked.findings,
    observations: checked.observations,
    explained: checked.explained,
  };
  await putObject(deps.lake, checkedKey(document), JSON.stringify(document), { contentType: 'application/json' });
  await recordSubmission(deps.table, {
    ...key,
    unit_id: unitId,
    status: checked.accepted ? 'accepted' : 'rejected',
    error_count: checked.findings.filter((finding) => finding.severity === 'error').length,
    warning_count: checked.findings.filter((finding) => finding.severity === 'warning').length,
    file_name,
    framework_sha256: period.framework_sha256,
    upload_number,
    received_at: document.received_at,
  });
  return document;
}
