import { getItem, putItemOnce, type ScoreTable, updateItem } from './score-table.ts';

/** A group's open collection for a period: which framework its forms follow. */
export interface OpenPeriod {
  group: string;
  period: string;
  framework_id: string;
  framework_version: string;
  framework_sha256: string;
  opened_by: string;
  opened_at: string;
  /** First instant after the last day for sending, UTC; absent: there is none. */
  deadline_at?: string;
  /** Stands before the first figure of every page and report; absent: nothing to say. */
  notice_vi?: string;
}

const key = (group: string, period: string) => ({ pk: `PERIOD#${group}#${period}`, sk: 'PERIOD' });

/** Opens the period once; the first framework stays. Returns what is open now. */
export async function openPeriod(table: ScoreTable, opened: OpenPeriod): Promise<OpenPeriod> {
  await putItemOnce(table, { ...key(opened.group, opened.period), ...opened });
  return (await readPeriod(table, opened.group, opened.period)) ?? opened;
}

/** Only the deadline of an open period may move. */
export const moveDeadline = (table: ScoreTable, { group, period }: OpenPeriod, deadlineAt: string) =>
  updateItem(table, key(group, period), {
    UpdateExpression: 'SET deadline_at = :deadline',
    ExpressionAttributeValues: { ':deadline': deadlineAt },
  });

export const readPeriod = (table: ScoreTable, group: string, period: string): Promise<OpenPeriod | null> =>
  getItem<OpenPeriod>(table, key(group, period));
