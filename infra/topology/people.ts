import { http, table } from './access.ts';
import type { FunctionSpec } from './shape.ts';

export const peopleFunctions: FunctionSpec[] = [
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
];
