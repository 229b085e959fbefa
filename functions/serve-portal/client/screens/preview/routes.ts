import type { Route } from '../../routes.ts';

/** What a unit sees of a result before it is released. */
export const previewRoutes: readonly Route[] = [
  {
    path: '/ket-qua-du-kien/{group}/{period}',
    roles: ['officer', 'certifier'],
    load: () => import('./preview.tsx').then(({ PreviewScreen }) => PreviewScreen),
  },
];
