import { type CallerRole, callerRoles } from '../shared/identity/caller.ts';

/**
 * The pipeline as a list: read by the CDK stacks and by the local runtime, so that the two cannot drift.
 * A function gets one environment variable per resource in `uses`, named like the resource, and the grants listed there;
 * nothing else.
 */

/** Key of an environment variable that names a resource. */
export type Resource =
  | 'RAW_BUCKET'
  | 'LAKE_BUCKET'
  | 'PUBLIC_BUCKET'
  | 'SCORE_TABLE'
  | 'LEDGER_TABLE'
  | 'ATHENA_WORKGROUP'
  | 'RUN_STATE_MACHINE'
  | 'SIGNING_KEY_SECRET';

/** For buckets: key patterns that may be read or written; `'*'` elsewhere means the resource as a whole. */
export interface Access {
  read?: string[];
  write?: string[];
  /**
   * Of a bucket: may list the versions of the keys it reads. By itself and not with `read`: who looks for the first of
   * several uploads needs it, who reads one that an event or a record names does not.
   */
  versions?: true;
}

export type Role = 'public' | CallerRole;

export interface Route {
  method: 'GET' | 'HEAD' | 'POST';
  /** API Gateway path: `/v1/runs/{run_id}`. */
  path: string;
  /** Who may call it; `public` has no authorizer. The use case checks again. */
  roles: Role[];
}

export type Trigger =
  | { kind: 'http'; routes: Route[] }
  | { kind: 'queue'; queue: string }
  | { kind: 'workflow'; workflow: string; state: string };

export interface FunctionSpec {
  /** Folder under `functions/`, and the construct's id. */
  name: string;
  memoryMb: number;
  timeoutSeconds: number;
  trigger: Trigger;
  uses: Partial<Record<Resource, Access>>;
}

/** A queue fed by an EventBridge rule; after `maxReceives` failures a message waits in its DLQ for the replay command. */
export interface QueueSpec {
  queue: string;
  source: { bucket: Resource; detailType: 'Object Created'; keyPrefix: string };
  maxReceives: number;
  /** Who is hurt when the DLQ fills; the alarm says it. */
  impact: string;
}

export interface WorkflowSpec {
  workflow: string;
  /** ASL file, JSONPath only; `${state}` placeholders of Task resources are filled by each root. */
  file: string;
  impact: string;
}

export const queues: QueueSpec[] = [
  {
    queue: 'submission-uploads',
    source: { bucket: 'RAW_BUCKET', detailType: 'Object Created', keyPrefix: 'submissions/' },
    maxReceives: 4,
    impact: 'A unit has uploaded its form and gets no answer; its figures are missing from the next run.',
  },
  {
    queue: 'evidence-uploads',
    source: { bucket: 'RAW_BUCKET', detailType: 'Object Created', keyPrefix: 'evidence/' },
    maxReceives: 4,
    impact:
      'A unit has uploaded a file of evidence that nobody sees: it stands in no list, and no appraiser can open it.',
  },
];

export const workflows: WorkflowSpec[] = [
  {
    workflow: 'run-period',
    file: 'infra/workflows/run-period.asl.json',
    impact: 'The ministry has started a run and gets no preview; the last release stays current.',
  },
];

const lake = (read: string[], write: string[] = []): Access => ({ read, write });
const table = (...access: ('read' | 'write')[]): Access => ({
  ...(access.includes('read') ? { read: ['*'] } : {}),
  ...(access.includes('write') ? { write: ['*'] } : {}),
});
/** Entries, and the score table, which holds the lists made from them and who is meant by a sign-in. */
const ledger = (...access: ('read' | 'write')[]): FunctionSpec['uses'] => ({
  SCORE_TABLE: table(...access),
  LEDGER_TABLE: table(...access),
});
/** Who sends for a unit: its officer, and the ministry for one that cannot. The use case sees to the unit. */
const senders: Role[] = ['officer', 'publisher'];
/** Who reads what a unit has sent and was told, and its form; the certifier signs for it and sends nothing. */
const readers: Role[] = ['officer', 'certifier', 'publisher'];
const unitDoor = '/v1/submissions/{group}/{period}/{unit_id}';
const receiptDoor = `${unitDoor}/receipts/{receipt}`;
const evidenceDoor = '/v1/evidence/{group}/{period}/{unit_id}';
const evidenceDocuments = 'submissions/*/evidence/*';
const http = (...routes: Route[]): Trigger => ({ kind: 'http', routes });
/** What the public may read answers HEAD too, which link checkers and caches send; API Gateway does not add it to a GET. */
const publicReading = (path: string): Route[] => [
  { method: 'GET', path, roles: ['public'] },
  { method: 'HEAD', path, roles: ['public'] },
];
const step = (state: string): Trigger => ({ kind: 'workflow', workflow: 'run-period', state });
const athena: Pick<FunctionSpec['uses'], 'ATHENA_WORKGROUP'> = { ATHENA_WORKGROUP: { read: ['*'] } };

export const functions: FunctionSpec[] = [
  {
    name: 'open-period',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: '/v1/periods', roles: ['publisher'] }),
    uses: { LAKE_BUCKET: lake([], ['frameworks/*']), ...ledger('read', 'write') },
  },
  {
    name: 'change-period',
    memoryMb: 512,
    // Closing reads the chain of every member.
    timeoutSeconds: 29,
    trigger: http(
      { method: 'POST', path: '/v1/periods/{group}/{period}/close', roles: ['publisher'] },
      { method: 'POST', path: '/v1/periods/{group}/{period}/reopen', roles: ['publisher'] },
      { method: 'POST', path: '/v1/periods/{group}/{period}/deadline', roles: ['publisher'] },
    ),
    uses: ledger('read', 'write'),
  },
  {
    name: 'read-periods',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: '/v1/periods', roles: [...callerRoles] },
      { method: 'GET', path: '/v1/periods/{group}/{period}', roles: [...callerRoles] },
    ),
    uses: ledger('read'),
  },
  {
    name: 'request-upload',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: '/v1/uploads', roles: senders }),
    // The presigned policy is signed with this function's own right to write.
    uses: {
      RAW_BUCKET: { write: ['submissions/*.xlsx'] },
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'ingest-submission',
    memoryMb: 1024,
    timeoutSeconds: 30,
    trigger: { kind: 'queue', queue: 'submission-uploads' },
    uses: {
      RAW_BUCKET: { read: ['submissions/*'], versions: true },
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'read-submissions',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: '/v1/submissions/{group}/{period}', roles: ['appraiser', 'publisher', 'operator'] },
      ...[unitDoor, receiptDoor, `${receiptDoor}/document`].map(
        (path): Route => ({ method: 'GET', path, roles: [...readers, 'appraiser'] }),
      ),
    ),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'check-submission',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http(
      { method: 'POST', path: `${unitDoor}/{sha256}/check`, roles: senders },
      { method: 'POST', path: `${receiptDoor}/check`, roles: senders },
    ),
    uses: {
      RAW_BUCKET: { read: ['submissions/*'], versions: true },
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'certify-submission',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: `${receiptDoor}/certify`, roles: ['certifier'] }),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'submit-values',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: unitDoor, roles: senders }),
    // Tables only: neither forms nor the key that signs them.
    uses: {
      RAW_BUCKET: {
        read: ['submissions/*.json', 'submissions/*.csv'],
        write: ['submissions/*.json', 'submissions/*.csv'],
        versions: true,
      },
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'request-evidence',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: evidenceDoor, roles: senders }),
    // The presigned policy is signed with this function's own right to write. The framework knows the indicators.
    uses: {
      RAW_BUCKET: { write: ['evidence/*'] },
      LAKE_BUCKET: lake(['frameworks/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'receive-evidence',
    memoryMb: 1024,
    timeoutSeconds: 30,
    trigger: { kind: 'queue', queue: 'evidence-uploads' },
    uses: {
      RAW_BUCKET: { read: ['evidence/*'], versions: true },
      LAKE_BUCKET: lake([], [evidenceDocuments]),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'check-evidence',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: `${evidenceDoor}/{sha256}/check`, roles: senders }),
    uses: {
      RAW_BUCKET: { read: ['evidence/*'], versions: true },
      LAKE_BUCKET: lake([evidenceDocuments], [evidenceDocuments]),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'read-evidence',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: evidenceDoor, roles: [...readers, 'appraiser'] },
      { method: 'GET', path: `${evidenceDoor}/{sha256}/file`, roles: [...readers, 'appraiser'] },
    ),
    // The file goes by a link that is signed with this function's own right.
    uses: { RAW_BUCKET: { read: ['evidence/*'] }, LAKE_BUCKET: lake([evidenceDocuments]), LEDGER_TABLE: table('read') },
  },
  {
    name: 'issue-template',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'GET', path: '/v1/templates/{group}/{period}/{unit_id}', roles: readers }),
    // Reads what it has written: the link is signed with this function's own right. Notes that the unit took its form.
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*', 'templates/*'], ['templates/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'annotate-submission',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http(
      { method: 'GET', path: `${unitDoor}/{sha256}/answer.xlsx`, roles: readers },
      { method: 'GET', path: `${receiptDoor}/answer.xlsx`, roles: readers },
    ),
    uses: {
      RAW_BUCKET: { read: ['submissions/*.xlsx'], versions: true },
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*', 'answers/*'], ['answers/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'issue-appraisal',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'GET', path: '/v1/appraisals/{group}/{period}', roles: ['appraiser'] }),
    // Reads what it has written: the link is signed with this function's own right.
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*', 'appraisals/*'], ['appraisals/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'record-appraisal',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: '/v1/appraisals/{group}/{period}', roles: ['appraiser'] }),
    uses: {
      RAW_BUCKET: { write: ['appraisals/*'] },
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*/decisions/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'read-appraisal',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({
      method: 'GET',
      path: '/v1/appraisals/{group}/{period}/{unit_id}',
      roles: [...readers, 'appraiser'],
    }),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'record-feedback',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({
      method: 'POST',
      path: '/v1/appraisals/{group}/{period}/{unit_id}/feedback',
      roles: ['officer'],
    }),
    uses: {
      // A refusal calls the indicator by its name.
      LAKE_BUCKET: lake(['frameworks/*'], ['submissions/*/feedback/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'manage-people',
    memoryMb: 256,
    timeoutSeconds: 10,
    trigger: http(
      { method: 'POST', path: '/v1/people/links', roles: ['publisher'] },
      { method: 'GET', path: '/v1/people/{person_id}', roles: ['publisher', 'operator'] },
      { method: 'POST', path: '/v1/people/{person_id}/erase', roles: ['publisher'] },
    ),
    // What people are called, and nothing else, stands where it can be overwritten.
    uses: { SCORE_TABLE: table('read', 'write') },
  },
  {
    name: 'start-run',
    memoryMb: 512,
    timeoutSeconds: 25,
    trigger: http({ method: 'POST', path: '/v1/runs', roles: ['publisher'] }),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'runs/*/selection.json'], ['runs/*/selection.json', 'runs/*/heads.json']),
      ...ledger('read', 'write'),
      RUN_STATE_MACHINE: { write: ['*'] },
    },
  },
  {
    name: 'read-run',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: '/v1/runs/{run_id}', roles: ['publisher', 'operator'] },
      { method: 'GET', path: '/v1/runs/{run_id}/ranking.xlsx', roles: ['publisher', 'operator'] },
    ),
    // The report goes by a link that is signed with this function's own right.
    uses: { LAKE_BUCKET: lake(['runs/*']), LEDGER_TABLE: table('read') },
  },
  {
    name: 'freeze-inputs',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('FreezeInputs'),
    uses: { LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['runs/*', 'frozen/*']) },
  },
  {
    name: 'compute-scores',
    memoryMb: 1024,
    timeoutSeconds: 300,
    trigger: step('ComputeScores'),
    uses: {
      LAKE_BUCKET: lake(
        ['runs/*', 'frozen/*', 'scored/*', 'athena-results/*'],
        ['runs/*', 'scored/*', 'athena-results/*'],
      ),
      ...athena,
    },
  },
  {
    name: 'check-scores',
    memoryMb: 1024,
    timeoutSeconds: 300,
    trigger: step('CheckScores'),
    uses: {
      LAKE_BUCKET: lake(['runs/*', 'frozen/*', 'scored/*', 'athena-results/*'], ['athena-results/*']),
      ...athena,
    },
  },
  {
    name: 'store-scores',
    memoryMb: 512,
    timeoutSeconds: 120,
    trigger: step('StoreScores'),
    uses: { LAKE_BUCKET: lake(['runs/*']), SCORE_TABLE: table('write') },
  },
  {
    name: 'write-reports',
    memoryMb: 1024,
    timeoutSeconds: 120,
    trigger: step('WriteReports'),
    uses: {
      LAKE_BUCKET: lake(['runs/*'], ['runs/*']),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'fail-run',
    memoryMb: 256,
    timeoutSeconds: 15,
    trigger: step('FailRun'),
    uses: {
      LAKE_BUCKET: lake(['runs/*/selection.json']),
      SCORE_TABLE: table('write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'publish-release',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: '/v1/releases', roles: ['publisher'] }),
    uses: {
      LAKE_BUCKET: lake(['runs/*', 'frameworks/*']),
      PUBLIC_BUCKET: { read: ['releases/*'], write: ['releases/*', 'index.html'] },
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'serve-scoreboard',
    memoryMb: 512,
    timeoutSeconds: 10,
    trigger: http(...publicReading('/v1/scoreboard/{group}/{period}'), ...publicReading('/v1/openapi.json')),
    uses: { SCORE_TABLE: table('read') },
  },
];
