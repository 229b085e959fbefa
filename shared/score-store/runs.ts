import { getItem, putItemOnce, type ScoreTable, updateItem } from './score-table.ts';

/**
 * A run is named by its content: equal selections of submissions under an equal framework are the same run.
 * running → ready (a preview may be looked at) → released; running → failed, which may be tried again.
 */
export interface Run {
  run_id: string;
  index: string;
  group: string;
  period: string;
  framework_id: string;
  framework_sha256: string;
  status: 'running' | 'ready' | 'failed' | 'released';
  attempt: number;
  /** Subjects that started it; none of them may release it. */
  started_by: string[];
  /** Of this attempt. */
  started_at: string;
  /** Set when the inputs are frozen: the number this run's release would bear. */
  release_number: number | null;
  failure: { code: string; message: string } | null;
}

const key = (runId: string) => ({ pk: `RUN#${runId}`, sk: 'RUN' });

export const createRun = (table: ScoreTable, run: Run) => putItemOnce(table, { ...key(run.run_id), ...run });

export const readRun = (table: ScoreTable, runId: string) => getItem<Run>(table, key(runId));

/** Takes the next attempt. False: somebody else took it. */
export const retryRun = (table: ScoreTable, run: Run, by: { subject: string; started_at: string }) =>
  updateItem(table, key(run.run_id), {
    UpdateExpression:
      'SET #status = :running, attempt = :next, started_by = :people, started_at = :now, failure = :none',
    ConditionExpression: 'attempt = :attempt AND #status <> :released',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':running': 'running',
      ':released': 'released',
      ':attempt': run.attempt,
      ':next': run.attempt + 1,
      ':people': [...new Set([...run.started_by, by.subject])],
      ':now': by.started_at,
      ':none': null,
    },
  });

export const numberRun = (table: ScoreTable, runId: string, releaseNumber: number) =>
  updateItem(table, key(runId), {
    UpdateExpression: 'SET release_number = :number',
    ExpressionAttributeValues: { ':number': releaseNumber },
  });

/** Moves a run on; a released run never moves again. */
export const moveRun = (table: ScoreTable, runId: string, status: Run['status'], failure: Run['failure'] = null) =>
  updateItem(table, key(runId), {
    UpdateExpression: 'SET #status = :status, failure = :failure',
    ConditionExpression: '#status <> :released',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': status, ':failure': failure, ':released': 'released' },
  });
