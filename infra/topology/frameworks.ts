import { http, lake, table } from './access.ts';
import type { FunctionSpec } from './shape.ts';

export const frameworksFunctions: FunctionSpec[] = [
  {
    name: 'publish-framework',
    memoryMb: 512,
    timeoutSeconds: 15,
    trigger: http({ method: 'POST', path: '/v1/frameworks', roles: ['publisher'] }),
    uses: { LAKE_BUCKET: lake(['frameworks/*'], ['frameworks/*']), SCORE_TABLE: table('read', 'write') },
  },
  {
    name: 'list-frameworks',
    memoryMb: 256,
    timeoutSeconds: 10,
    trigger: http({ method: 'GET', path: '/v1/me/frameworks', roles: ['appraiser', 'publisher', 'operator'] }),
    uses: { SCORE_TABLE: table('read') },
  },
];
