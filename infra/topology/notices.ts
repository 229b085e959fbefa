import { http, lake, outbox, table } from './access.ts';
import type { FunctionSpec, QueueSpec } from './shape.ts';

export const noticesQueue: QueueSpec = {
  queue: 'notices',
  source: { bucket: 'LAKE_BUCKET', detailType: 'Object Created', keyPrefix: 'outbox/' },
  // The mail service takes so many a second; a release to thousands of units takes minutes and loses none.
  maxConcurrency: 2,
  maxReceives: 6,
  impact:
    'Units and the ministry are not written to: nobody is reminded or told what became of a file; the portal shows it.',
};

export const noticesFunctions: FunctionSpec[] = [
  {
    name: 'send-notice',
    memoryMb: 512,
    // One for every unit of a large group is spread into thousands.
    timeoutSeconds: 120,
    trigger: { kind: 'queue', queue: 'notices' },
    uses: {
      LAKE_BUCKET: lake([outbox], [outbox]),
      SCORE_TABLE: table('read', 'write'),
      NOTICE_SENDER: { write: ['*'] },
    },
    settings: ['PORTAL_ORIGIN'],
  },
  {
    name: 'remind-units',
    memoryMb: 1024,
    // Reads the chain of every unit of every period that is not over.
    timeoutSeconds: 600,
    trigger: { kind: 'schedule', at: '08:00' },
    uses: { LAKE_BUCKET: lake([], [outbox]), SCORE_TABLE: table('read', 'write'), LEDGER_TABLE: table('read') },
  },
  {
    name: 'remind-period',
    memoryMb: 512,
    timeoutSeconds: 29,
    trigger: http({ method: 'POST', path: '/v1/periods/{group}/{period}/remind', roles: ['publisher'] }),
    uses: { LAKE_BUCKET: lake([], [outbox]), SCORE_TABLE: table('read', 'write'), LEDGER_TABLE: table('read') },
  },
  {
    name: 'manage-contacts',
    memoryMb: 256,
    timeoutSeconds: 10,
    trigger: http(
      { method: 'GET', path: '/v1/contacts/{unit_id}', roles: ['officer', 'publisher'] },
      { method: 'POST', path: '/v1/contacts/{unit_id}', roles: ['officer', 'publisher'] },
    ),
    // Addresses are no part of what counts: they stand where they can be overwritten, and erased.
    uses: { SCORE_TABLE: table('read', 'write') },
  },
  {
    name: 'read-notices',
    memoryMb: 256,
    timeoutSeconds: 10,
    trigger: http({
      method: 'GET',
      path: '/v1/notices/{group}/{period}',
      roles: ['officer', 'certifier', 'publisher', 'operator'],
    }),
    uses: { SCORE_TABLE: table('read') },
  },
];
