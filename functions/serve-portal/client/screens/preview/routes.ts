import type { Route } from '../../routes.ts';

const unitRoles = ['officer', 'certifier'] as const;

/** What a unit sees of a result before it is released. */
export const previewRoutes: readonly Route[] = [
  {
    path: '/ket-qua-du-kien',
    roles: unitRoles,
    menu: { vi: 'Kết quả dự kiến', en: 'Result to come' },
    load: () => import('./preview.tsx').then(({ PreviewList }) => PreviewList),
  },
  {
    path: '/ket-qua-du-kien/{group}/{period}',
    roles: unitRoles,
    load: () => import('./preview.tsx').then(({ PreviewScreen }) => PreviewScreen),
  },
];
