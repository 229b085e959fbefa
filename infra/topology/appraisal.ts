import { http, lake, readers, table } from './access.ts';
import type { FunctionSpec } from './shape.ts';

export const appraisalFunctions: FunctionSpec[] = [
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
      LAKE_BUCKET: lake([], ['submissions/*/feedback/*']),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
];
