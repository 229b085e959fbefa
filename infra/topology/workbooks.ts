import { http, lake, ledger, readers } from './access.ts';
import type { FunctionSpec } from './shape.ts';

export const workbooksFunctions: FunctionSpec[] = [
  {
    name: 'issue-workbook',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http(
      {
        method: 'GET',
        path: '/v1/periods/{group}/{period}/status.xlsx',
        roles: ['appraiser', 'publisher', 'operator'],
      },
      { method: 'GET', path: '/v1/profiles/{group}/{period}/{unit_id}', roles: readers },
      { method: 'GET', path: '/v1/tables/{index}/{group}', roles: ['appraiser', 'publisher', 'operator'] },
    ),
    // What is issued goes by a link that is signed with this function's own right.
    uses: {
      LAKE_BUCKET: lake(['runs/*', 'frameworks/*', 'submissions/*', 'issued/*'], ['issued/*']),
      ...ledger('read'),
    },
  },
];
