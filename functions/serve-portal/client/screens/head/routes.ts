import { askAhead } from '../../ask-ahead.ts';
import type { Route } from '../../routes.ts';
import { workAhead } from '../officer/period-work.ts';
import { receiptOf, receiptPath } from './head-path.ts';

export const headRoutes: readonly Route[] = [
  {
    path: '/xac-nhan',
    roles: ['certifier'],
    menu: { vi: 'Xác nhận', en: 'Certify' },
    load: () => import('./waiting-list.tsx').then(({ WaitingList }) => WaitingList),
    ahead: workAhead,
  },
  {
    path: '/xac-nhan/{group}/{period}/{receipt}',
    roles: ['certifier', 'officer'],
    load: () => import('./summary-screen.tsx').then(({ SummaryScreen }) => SummaryScreen),
    ahead: (params, me) => askAhead(receiptPath(receiptOf(params), me, 'summary')),
  },
  {
    path: '/xac-nhan/{group}/{period}/{receipt}/ky',
    roles: ['certifier'],
    load: () => import('./certify-screen.tsx').then(({ CertifyScreen }) => CertifyScreen),
  },
  {
    path: '/xac-nhan/{group}/{period}/{receipt}/tra-lai',
    roles: ['certifier'],
    load: () => import('./return-screen.tsx').then(({ ReturnScreen }) => ReturnScreen),
  },
];
