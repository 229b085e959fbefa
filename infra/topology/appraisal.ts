import { http, lake, outbox, readers, table } from './access.ts';
import type { FunctionSpec } from './shape.ts';

const questionDoor = '/v1/questions/{group}/{period}/{unit_id}';

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
    trigger: http(
      { method: 'POST', path: '/v1/appraisals/{group}/{period}', roles: ['appraiser'] },
      { method: 'POST', path: '/v1/appraisals/{group}/{period}/{unit_id}', roles: ['appraiser'] },
    ),
    // A decision may be a question to the unit.
    uses: {
      RAW_BUCKET: { write: ['appraisals/*'] },
      LAKE_BUCKET: lake(
        ['frameworks/*', 'submissions/*', 'runs/*'],
        ['submissions/*/decisions/*', 'submissions/*/questions/*', outbox],
      ),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
      SIGNING_KEY_SECRET: { read: ['*'] },
    },
  },
  {
    name: 'read-decisions',
    // The figures of a whole group are looked at beside one another, and kept between calls.
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http(
      { method: 'GET', path: '/v1/appraisals/{group}/{period}/queue', roles: ['appraiser'] },
      { method: 'GET', path: '/v1/appraisals/{group}/{period}/decisions', roles: [...readers, 'appraiser'] },
      { method: 'GET', path: '/v1/appraisals/{group}/{period}/files', roles: ['appraiser', 'publisher'] },
      { method: 'GET', path: '/v1/appraisals/{group}/{period}/progress', roles: ['appraiser', 'publisher'] },
    ),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*', 'runs/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
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
    name: 'record-question',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'POST', path: questionDoor, roles: ['appraiser', 'publisher'] },
      { method: 'POST', path: `${questionDoor}/{question}/reply`, roles: ['officer'] },
    ),
    // Texts are documents of the unit; the framework knows whose indicator it is.
    uses: {
      LAKE_BUCKET: lake(
        ['frameworks/*', 'submissions/*/questions/*', 'submissions/*/replies/*'],
        ['submissions/*/questions/*', 'submissions/*/replies/*', outbox],
      ),
      SCORE_TABLE: table('read', 'write'),
      LEDGER_TABLE: table('read', 'write'),
    },
  },
  {
    name: 'read-questions',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: '/v1/questions/{group}/{period}', roles: ['appraiser', 'publisher'] },
      { method: 'GET', path: questionDoor, roles: [...readers, 'appraiser'] },
    ),
    uses: {
      LAKE_BUCKET: lake(['frameworks/*', 'submissions/*/questions/*', 'submissions/*/replies/*']),
      SCORE_TABLE: table('read'),
      LEDGER_TABLE: table('read'),
    },
  },
];
