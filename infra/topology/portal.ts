import { callerRoles } from '../../shared/identity/caller.ts';
import { http } from './access.ts';
import type { FunctionSpec } from './shape.ts';

export const portalFunctions: FunctionSpec[] = [
  {
    name: 'serve-portal',
    memoryMb: 256,
    timeoutSeconds: 10,
    // The page itself is anybody's; all that it shows comes by a route with a role.
    trigger: http({ method: 'GET', path: '/portal/{file}', roles: ['public'] }),
    uses: {},
    settings: ['PORTAL_CONFIG', 'PORTAL_FILES'],
  },
  {
    name: 'read-me',
    memoryMb: 256,
    timeoutSeconds: 10,
    trigger: http({ method: 'GET', path: '/v1/me', roles: [...callerRoles] }),
    uses: {},
  },
];
