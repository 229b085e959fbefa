import { readFrameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { checkedKey, frameworkKey, parseRawKey, type SubmissionKey } from '../../shared/lake/keys.ts';
import { type Bucket, getObject, putObject, type StoredObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { type OpenPeriod, readPeriod } from '../../shared/score-store/periods.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { recordSubmission } from '../../shared/score-store/submissions.ts';
import { checkSubmission } from '../../shared/submission/check-submission.ts';
import type { CheckedDocument } from '../../shared/submission/checked-document.ts';
import type { CheckedSubmission } from '../../shared/submission/submission.ts';
import { unidentified } from '../../shared/submission/upload-limits.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

/** A version of an object in the raw bucket, as the event named it. */
export interface IngestInput {
  key: string;
  versionId: string;
}

export interface IngestDeps {
  raw: Bucket;
  lake: Bucket;
  table: ScoreTable;
  signingKey: () => Promise<Uint8Array>;
}

/**
 * Checks one uploaded file and keeps answer and figures under its hash. Runs twice, late or out of order to the same
 * end: what is current follows from the upload number that was given out when the upload was asked for.
 */
export async function ingestSubmission(input: IngestInput, deps: IngestDeps): Promise<CheckedDocument> {
  const key = parseRawKey(input.key);
  if (!key) throw new Fault('RAW_KEY_UNKNOWN', `${input.key} is not a submission`);
  const stored = await getObject(deps.raw, input.key, input.versionId);
  if (!stored) throw new Fault('RAW_OBJECT_GONE', `${input.key} version ${input.versionId} is not there`);
  const period = await readPeriod(deps.table, key.group, key.period);
  if (!period) throw new Fault('PERIOD_UNKNOWN', `${key.group} ${key.period} was never opened`);
  const checked = await check(stored.bytes, key, period, deps);
  return keep(checked, key, stored, period, deps);
}

async function check(bytes: Uint8Array, key: SubmissionKey, period: OpenPeriod, deps: IngestDeps) {
  const document = await getObject(deps.lake, frameworkKey(period.framework_sha256));
  if (!document) throw new Fault('FRAMEWORK_GONE', `${period.framework_sha256} is not in the lake`);
  return checkSubmission(
    {
      bytes,
      expected: {
        group: key.group,
        period: key.period,
        unit_id: key.unit_id === unidentified ? null : key.unit_id,
      },
      context: {
        framework: readFrameworkDocument(new TextDecoder().decode(document.bytes)),
        members: new Set(membersOf(key.group, key.period).map((unit) => unit.unit_id)),
      },
    },
    { signingKey: await deps.signingKey(), openWorkbook },
  );
}

async function keep(
  checked: CheckedSubmission,
  key: SubmissionKey,
  stored: StoredObject,
  period: OpenPeriod,
  deps: IngestDeps,
): Promise<CheckedDocument> {
  // A file handed in by the ministry is filed under the unit it names, once that unit's signature was found good.
  const unitId = key.unit_id === unidentified && checked.accepted && checked.unit_id ? checked.unit_id : key.unit_id;
  const document: CheckedDocument = {
    group: key.group,
    period: key.period,
    unit_id: unitId,
    declared_unit_id: checked.unit_id,
    sha256: key.sha256,
    file_name: decodeURIComponent(stored.metadata['file-name'] ?? ''),
    framework_sha256: period.framework_sha256,
    accepted: checked.accepted,
    findings: checked.findings,
    observations: checked.observations,
  };
  await putObject(deps.lake, checkedKey(document), JSON.stringify(document), { contentType: 'application/json' });
  await recordSubmission(deps.table, {
    group: document.group,
    period: document.period,
    unit_id: unitId,
    sha256: document.sha256,
    status: checked.accepted ? 'accepted' : 'rejected',
    error_count: checked.findings.filter((finding) => finding.severity === 'error').length,
    warning_count: checked.findings.filter((finding) => finding.severity === 'warning').length,
    file_name: document.file_name,
    framework_sha256: period.framework_sha256,
    upload_number: Number.parseInt(stored.metadata['upload-number'] ?? '0', 10),
  });
  return document;
}
