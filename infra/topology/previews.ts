import { http, lake, ledger, outbox, readers, table } from './access.ts';
import type { FunctionSpec } from './shape.ts';

const objectionDoor = '/v1/objections/{group}/{period}/{unit_id}';

export const previewsFunctions: FunctionSpec[] = [
  {
    name: 'open-preview',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: '/v1/runs/{run_id}/preview', roles: ['publisher'] }),
    uses: { LAKE_BUCKET: lake(['runs/*/selection.json'], [outbox]), ...ledger('read', 'write') },
  },
  {
    name: 'read-preview',
    // The scores of a group of 3,321, of which one unit is told its own.
    memoryMb: 1024,
    timeoutSeconds: 15,
    trigger: http({ method: 'GET', path: '/v1/previews/{group}/{period}/{unit_id}', roles: readers }),
    uses: {
      LAKE_BUCKET: lake(['runs/*', 'frameworks/*', 'submissions/*/decisions/*']),
      LEDGER_TABLE: table('read'),
    },
  },
  {
    name: 'record-objection',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'POST', path: objectionDoor, roles: ['officer', 'certifier'] },
      { method: 'POST', path: `${objectionDoor}/{number}/answer`, roles: ['publisher'] },
    ),
    uses: {
      // Of figures: whoever answers must not have sent them, in a part either.
      LAKE_BUCKET: lake(
        ['frameworks/*', 'submissions/*/figures/*'],
        ['submissions/*/objections/*', 'submissions/*/objection-answers/*', outbox],
      ),
      ...ledger('read', 'write'),
    },
  },
  {
    name: 'read-objections',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: '/v1/objections/{group}/{period}', roles: ['appraiser', 'publisher'] },
      { method: 'GET', path: objectionDoor, roles: [...readers, 'appraiser'] },
    ),
    uses: {
      LAKE_BUCKET: lake(['submissions/*/objections/*', 'submissions/*/objection-answers/*']),
      ...ledger('read'),
    },
  },
];
