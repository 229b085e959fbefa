import type { Route } from '../../routes.ts';

export const appraisalRoutes: readonly Route[] = [
  {
    path: '/tham-dinh',
    roles: ['appraiser'],
    menu: { vi: 'Thẩm định', en: 'Appraisal' },
    load: () => import('./appraisal-list.tsx').then(({ AppraisalList }) => AppraisalList),
  },
  {
    path: '/tham-dinh/{group}/{period}',
    roles: ['appraiser'],
    load: () => import('./progress-screen.tsx').then(({ ProgressScreen }) => ProgressScreen),
  },
  {
    path: '/tham-dinh/{group}/{period}/chi-so/{indicator}',
    roles: ['appraiser'],
    load: () => import('./queue-screen.tsx').then(({ QueueScreen }) => QueueScreen),
  },
  {
    path: '/tham-dinh/{group}/{period}/don-vi/{unit_id}',
    roles: ['appraiser'],
    load: () => import('./queue-screen.tsx').then(({ QueueScreen }) => QueueScreen),
  },
  {
    path: '/tham-dinh/{group}/{period}/hang-loat/{by}/{code}',
    roles: ['appraiser'],
    load: () => import('./bulk-screen.tsx').then(({ BulkScreen }) => BulkScreen),
  },
  {
    path: '/tham-dinh/{group}/{period}/tep',
    roles: ['appraiser', 'publisher'],
    load: () => import('./files-screen.tsx').then(({ FilesScreen }) => FilesScreen),
  },
];
