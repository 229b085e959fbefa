import type { CallerRole } from '../../../shared/identity/caller.ts';
import type { Acting, Route } from './routes.ts';
import { appraisalRoutes } from './screens/appraisal/routes.ts';
import { draftRoutes } from './screens/draft/routes.ts';
import { feedbackRoutes } from './screens/feedback/routes.ts';
import { frameworksRoutes } from './screens/frameworks/routes.ts';
import { headRoutes } from './screens/head/routes.ts';
import { ministryRoutes } from './screens/ministry/routes.ts';
import { noticesRoutes } from './screens/notices/routes.ts';
import { officerRoutes } from './screens/officer/routes.ts';
import { previewRoutes } from './screens/preview/routes.ts';

/** Every screen there is; each area has a list of its own beside its screens. */
export const allRoutes: readonly Route[] = [
  ...officerRoutes,
  ...draftRoutes,
  ...headRoutes,
  ...feedbackRoutes,
  ...previewRoutes,
  ...appraisalRoutes,
  ...ministryRoutes,
  ...frameworksRoutes,
  ...noticesRoutes,
];

/** Where somebody lands: what waits for them. */
export const landingOf = ({ role, department }: Pick<Acting, 'role' | 'department'>): string =>
  department === null ? landing[role] : '#/viec-so';

const landing: Record<CallerRole, string> = {
  officer: '#/viec',
  certifier: '#/xac-nhan',
  appraiser: '#/tham-dinh',
  publisher: '#/ky',
  operator: '#/ky',
};
