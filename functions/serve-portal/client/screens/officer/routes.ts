import type { Route } from '../../routes.ts';

export const officerRoutes: readonly Route[] = [
  {
    path: '/viec',
    roles: ['officer'],
    menu: { vi: 'Việc của đơn vị', en: 'My unit’s work' },
    load: () => import('./work-list.tsx').then(({ WorkList }) => WorkList),
  },
];
