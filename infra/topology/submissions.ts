import { callerRoles } from '../../shared/identity/caller.ts';
import { http, lake, outbox, readers, receiptDoor, senders, table, unitDoor } from './access.ts';
import type { FunctionSpec, QueueSpec, Route } from './shape.ts';

export const submissionQueue: QueueSpec = {
  queue: 'submission-uploads',
  source: { bucket: 'RAW_BUCKET', detailType: 'Object Created', keyPrefix: 'submissions/' },
  maxReceives: 4,
  impact: 'A unit has uploaded its form and gets no answer; its figures are missing from the next run.',
};

export const submissionsFunctions: FunctionSpec[] = [
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
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*', outbox]),
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
      ...[unitDoor, receiptDoor, `${receiptDoor}/document`, `${receiptDoor}/grid`, `${unitDoor}/{sha256}/grid`].map(
        (path): Route => ({ method: 'GET', path, roles: [...readers, 'appraiser'] }),
      ),
    ),
    // The grid shows what was declared for the last release, which the run's selection names.
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'fetch-submission',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: `${unitDoor}/{sha256}/file`, roles: readers },
      { method: 'GET', path: `${receiptDoor}/file`, roles: readers },
    ),
    // The file goes by a link that is signed with this function's own right.
    uses: { RAW_BUCKET: { read: ['submissions/*'], versions: true }, LEDGER_TABLE: table('read') },
  },
  {
    name: 'read-framework',
    memoryMb: 256,
    timeoutSeconds: 10,
    trigger: http({ method: 'GET', path: '/v1/me/frameworks/{sha256}', roles: [...callerRoles] }),
    uses: { LAKE_BUCKET: lake(['frameworks/*']) },
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
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*', outbox]),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'certify-submission',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'POST', path: `${receiptDoor}/certify`, roles: ['certifier'] },
      { method: 'POST', path: `${receiptDoor}/return`, roles: ['certifier'] },
    ),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*'], ['submissions/*/returns/*', outbox]),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'summarise-submission',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http({ method: 'GET', path: `${receiptDoor}/summary`, roles: readers }),
    // Written is who is meant by a sign-in, at its first sight: whoever sent figures is told that they do not certify them.
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read'),
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
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*'], ['submissions/*', outbox]),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
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
];
