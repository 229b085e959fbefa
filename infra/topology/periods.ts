import { callerRoles } from '../../shared/identity/caller.ts';
import { http, lake, ledger, outbox } from './access.ts';
import type { FunctionSpec } from './shape.ts';

export const periodsFunctions: FunctionSpec[] = [
  {
    name: 'open-period',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: '/v1/periods', roles: ['publisher'] }),
    uses: { LAKE_BUCKET: lake(['frameworks/*'], ['frameworks/*']), ...ledger('read', 'write') },
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
    uses: { LAKE_BUCKET: lake([], [outbox]), ...ledger('read', 'write') },
  },
  {
    name: 'read-periods',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http(
      { method: 'GET', path: '/v1/me/periods', roles: [...callerRoles] },
      { method: 'GET', path: '/v1/periods/{group}/{period}', roles: [...callerRoles] },
    ),
    uses: ledger('read'),
  },
  {
    name: 'read-board',
    memoryMb: 1024,
    timeoutSeconds: 29,
    trigger: http(
      { method: 'GET', path: '/v1/periods/{group}/{period}/units', roles: ['appraiser', 'publisher', 'operator'] },
      { method: 'GET', path: '/v1/periods/{group}/{period}/board', roles: ['appraiser', 'publisher', 'operator'] },
    ),
    uses: { LAKE_BUCKET: lake(['frameworks/*']), ...ledger('read') },
  },
  {
    name: 'read-log',
    memoryMb: 1024,
    // Of a whole period: the chain of every member.
    timeoutSeconds: 29,
    trigger: http({ method: 'GET', path: '/v1/log/{group}/{period}', roles: [...callerRoles] }),
    // What the indicators of a period are called.
    uses: { LAKE_BUCKET: lake(['frameworks/*']), ...ledger('read') },
  },
];
