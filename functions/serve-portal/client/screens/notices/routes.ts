import type { Route } from '../../routes.ts';

export const noticesRoutes: readonly Route[] = [
  {
    path: '/thong-bao',
    roles: ['officer', 'publisher', 'operator'],
    menu: { vi: 'Thông báo', en: 'Notices' },
    load: () => import('./notices-home.tsx').then(({ NoticesHome }) => NoticesHome),
  },
  {
    path: '/thong-bao/dia-chi/{unit_id}',
    roles: ['publisher'],
    load: () => import('./contacts-screen.tsx').then(({ ContactsScreen }) => ContactsScreen),
  },
  {
    path: '/thong-bao/{group}/{period}',
    roles: ['officer', 'certifier', 'publisher', 'operator'],
    load: () => import('./notice-list.tsx').then(({ NoticeList }) => NoticeList),
  },
  {
    path: '/thong-bao/{group}/{period}/nhac',
    roles: ['publisher'],
    load: () => import('./remind-screen.tsx').then(({ RemindScreen }) => RemindScreen),
  },
];
