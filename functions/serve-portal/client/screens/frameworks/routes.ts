import type { Route } from '../../routes.ts';

export const frameworksRoutes: readonly Route[] = [
  {
    path: '/bo-chi-so',
    roles: ['publisher', 'appraiser', 'operator'],
    menu: { vi: 'Bộ chỉ số', en: 'Frameworks' },
    load: () => import('./framework-list.tsx').then(({ FrameworkList }) => FrameworkList),
  },
  {
    path: '/bo-chi-so/moi',
    roles: ['publisher'],
    load: () => import('./publish-screen.tsx').then(({ PublishScreen }) => PublishScreen),
  },
  {
    path: '/bo-chi-so/{framework_id}/{version}/mo-ky',
    roles: ['publisher'],
    load: () => import('./open-period-screen.tsx').then(({ OpenPeriodScreen }) => OpenPeriodScreen),
  },
];
