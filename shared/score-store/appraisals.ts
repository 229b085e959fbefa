import { Fault } from '../observability/fault.ts';
import type { FrozenAppraisal } from '../scoring/scores.ts';
import { nextNumber, putItemOnce, putItems, queryItems, type ScoreTable } from './score-table.ts';
import type { SelectedAppraisal } from './selected-appraisal.ts';

/** One decision about one indicator of one unit, as one file stated it. Immutable; a later file adds another. */
export interface AppraisalRecord {
  unit_id: string;
  indicator: string;
  /** Canonical decimal; null: the decision that stood before is withdrawn. */
  points: string | null;
  /** As typed; empty where the appraiser agrees with the unit's own points. */
  reason: string;
  /** Subject of the token that sent the workbook. */
  appraised_by: string;
  /** UTC, ISO 8601. */
  appraised_at: string;
  /** SHA-256 of the workbook as received, which the raw bucket keeps. */
  appraisal_sha256: string;
  /** Which of the period's files stated it. */
  file_number: number;
  sheet: string;
  cell: string;
  /** What the unit's own figures earned when it was made. */
  self_points: string;
  /** The unit's submission it was made against: the decision holds for it alone. */
  submission_sha256: string;
}

/** One accepted workbook. Written after its records: they count when it is there, all of them or none. */
export interface AppraisalFile {
  group: string;
  period: string;
  /** SHA-256 of its bytes. */
  appraisal_sha256: string;
  /** Order of files in the period. */
  file_number: number;
  /** Decisions it changed. */
  recorded: number;
  /** Subject of the token that sent it. */
  recorded_by: string;
  /** UTC, ISO 8601. */
  recorded_at: string;
}

export interface Appraisals {
  /** By number. */
  files: AppraisalFile[];
  /** Of those files, by unit, indicator and number. */
  records: AppraisalRecord[];
}

interface Round {
  group: string;
  period: string;
}

const filesPartition = ({ group, period }: Round) => `APPRAISAL_FILES#${group}#${period}`;
const partition = ({ group, period }: Round) => `APPRAISALS#${group}#${period}`;
const fileKey = (of: Round, fileNumber: number) => ({
  pk: filesPartition(of),
  sk: `FILE#${String(fileNumber).padStart(6, '0')}`,
});
const recordKey = (of: Round, { unit_id, indicator, file_number }: AppraisalRecord) => ({
  pk: partition(of),
  sk: `${unit_id}#${indicator}#${String(file_number).padStart(6, '0')}`,
});

export const nextAppraisalNumber = (table: ScoreTable, of: Round): Promise<number> =>
  nextNumber(table, { pk: filesPartition(of), sk: 'COUNTER' });

/** Records first, the file last: a crash between them leaves records that nobody counts. */
export async function recordAppraisals(table: ScoreTable, file: AppraisalFile, records: AppraisalRecord[]) {
  await putItems(
    table,
    records.map((record) => ({ ...recordKey(file, record), ...record })),
  );
  await putItemOnce(table, { ...fileKey(file, file.file_number), ...file });
}

export async function readAppraisals(table: ScoreTable, of: Round): Promise<Appraisals> {
  const files = await queryItems<AppraisalFile>(table, filesPartition(of), 'FILE#');
  const complete = new Set(files.map(({ file_number }) => file_number));
  const records = await queryItems<AppraisalRecord>(table, partition(of));
  return { files, records: records.filter(({ file_number }) => complete.has(file_number)) };
}

export const appraisalKey = ({ unit_id, indicator }: { unit_id: string; indicator: string }): string =>
  `${unit_id}#${indicator}`;

export type StandingAppraisal = AppraisalRecord & { points: string };

/**
 * The decisions that hold, by {@link appraisalKey}: the last one for each indicator among those made against the unit's
 * submission as given, without what was withdrawn. `until`: as it stood when that file was the last.
 */
export function standingAppraisals(
  records: AppraisalRecord[],
  submissions: ReadonlyMap<string, string>,
  until = Number.POSITIVE_INFINITY,
): Map<string, StandingAppraisal> {
  const last = new Map<string, AppraisalRecord>();
  for (const record of records) {
    if (record.file_number > until || submissions.get(record.unit_id) !== record.submission_sha256) continue;
    const known = last.get(appraisalKey(record));
    if (!known || known.file_number < record.file_number) last.set(appraisalKey(record), record);
  }
  return new Map([...last].filter((entry): entry is [string, StandingAppraisal] => entry[1].points !== null));
}

/** What a run is told of the decisions that hold, by unit and indicator. */
export const selectAppraisals = (
  records: AppraisalRecord[],
  submissions: ReadonlyMap<string, string>,
): SelectedAppraisal[] =>
  [...standingAppraisals(records, submissions)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { unit_id, indicator, appraisal_sha256, file_number }]) => ({
      unit_id,
      indicator,
      appraisal_sha256,
      file_number,
    }));

/** The selected decisions as a run freezes them, in the order selected. Throws the fault `APPRAISAL_GONE`. */
export function appliedAppraisals(records: AppraisalRecord[], selected: SelectedAppraisal[] = []): FrozenAppraisal[] {
  const known = new Map(records.map((record) => [versionKey(record), record]));
  return selected.map((one) => {
    const record = known.get(versionKey(one));
    if (!record || record.points === null) throw new Fault('APPRAISAL_GONE', `${versionKey(one)} is not recorded`);
    const { unit_id, indicator, points, reason } = record;
    return { unit_id, indicator, points, reason };
  });
}

const versionKey = (of: SelectedAppraisal): string => `${appraisalKey(of)}#${of.file_number}#${of.appraisal_sha256}`;
