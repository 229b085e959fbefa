import type { RawFormat, RawKey } from '../lake/keys.ts';
import { getItem, nextNumber, putItem, queryItems, type ScoreTable, updateItem } from './score-table.ts';

/** One file that was received, by content: the same bytes again are the same submission. */
export interface SubmissionRecord {
  group: string;
  period: string;
  /** `unidentified` when a file handed in by the ministry names no unit. */
  unit_id: string;
  sha256: string;
  /** By which door it came. */
  format: RawFormat;
  status: 'accepted' | 'rejected';
  error_count: number;
  warning_count: number;
  file_name: string;
  framework_sha256: string;
  /** Given out when the upload was asked for: the order of versions, whatever order events arrive in. */
  upload_number: number;
  /** When the bytes came in, UTC to the second. */
  received_at: string;
}

const partition = (group: string, period: string) => `SUBMISSIONS#${group}#${period}`;
const key = (of: Pick<SubmissionRecord, 'group' | 'period' | 'unit_id' | 'sha256'>) => ({
  pk: partition(of.group, of.period),
  sk: `${of.unit_id}#${of.sha256}`,
});

type UploadsOf = Pick<SubmissionRecord, 'group' | 'period' | 'unit_id'>;
const uploadsKey = ({ group, period }: UploadsOf, sk: string) => ({ pk: `UPLOADS#${group}#${period}`, sk });

/** The next number of the period, kept as the last that was given to the unit. */
export async function nextUploadNumber(table: ScoreTable, of: UploadsOf): Promise<number> {
  const number = await nextNumber(table, uploadsKey(of, 'COUNTER'));
  await updateItem(table, uploadsKey(of, `UNIT#${of.unit_id}`), {
    UpdateExpression: 'SET upload_number = :number',
    ConditionExpression: 'attribute_not_exists(pk) OR upload_number < :number',
    ExpressionAttributeValues: { ':number': number },
  });
  return number;
}

/** The last number that was given to the unit, whether its file has come or not; 0: none. */
async function lastUploadNumber(table: ScoreTable, of: UploadsOf): Promise<number> {
  const last = await getItem<{ upload_number: number }>(table, uploadsKey(of, `UNIT#${of.unit_id}`));
  return last?.upload_number ?? 0;
}

/** Keeps the latest upload of these bytes; a late or repeated event changes nothing. */
export const recordSubmission = (table: ScoreTable, record: SubmissionRecord): Promise<boolean> =>
  putItem(
    table,
    { ...key(record), ...record },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR upload_number < :upload_number',
      ExpressionAttributeValues: { ':upload_number': record.upload_number },
    },
  );

/** Null when nothing of these bytes has been checked. */
export const readSubmission = (table: ScoreTable, of: Parameters<typeof key>[0]) =>
  getItem<SubmissionRecord>(table, key(of));

/** Of a period, or of one unit in it; ordered by unit_id. */
export const readSubmissions = (table: ScoreTable, group: string, period: string, unitId?: string) =>
  queryItems<SubmissionRecord>(table, partition(group, period), unitId === undefined ? '' : `${unitId}#`);

/** The accepted submission of each unit that was uploaded last. */
export function currentSubmissions(records: SubmissionRecord[]): Map<string, SubmissionRecord> {
  const current = new Map<string, SubmissionRecord>();
  for (const record of records) {
    if (record.status !== 'accepted') continue;
    const known = current.get(record.unit_id);
    if (!known || known.upload_number < record.upload_number) current.set(record.unit_id, record);
  }
  return current;
}

/** The record of these bytes if they are the unit's newest upload, so that sending them again would change nothing. */
export async function findNewestUpload(table: ScoreTable, of: RawKey): Promise<SubmissionRecord | null> {
  const received = await readSubmissions(table, of.group, of.period, of.unit_id);
  const newest = received.sort((a, b) => b.upload_number - a.upload_number)[0];
  if (newest?.sha256 !== of.sha256 || newest.format !== of.format) return null;
  // Other bytes may be on their way since; these would then have to be the later ones.
  return newest.upload_number === (await lastUploadNumber(table, of)) ? newest : null;
}
