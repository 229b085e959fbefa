import type { CallerRole } from '../../../shared/identity/caller.ts';
import type { Route } from './routes.ts';
import { appraisalRoutes } from './screens/appraisal/routes.ts';
import { feedbackRoutes } from './screens/feedback/routes.ts';
import { headRoutes } from './screens/head/routes.ts';
import { officerRoutes } from './screens/officer/routes.ts';

/** Every screen there is; each area has a list of its own beside its screens. */
export const allRoutes: readonly Route[] = [...officerRoutes, ...headRoutes, ...feedbackRoutes, ...appraisalRoutes];

/** Where a role lands: what waits for it. */
export const landing: Record<CallerRole, string> = {
  officer: '#/viec',
  certifier: '#/xac-nhan',
  appraiser: '#/tham-dinh',
  publisher: '#/ky',
  operator: '#/ky',
};
