import { askAhead } from '../../ask-ahead.ts';
import type { Guessed, Route } from '../../routes.ts';
import { workAhead } from './period-work.ts';
import { submissionsPath } from './unit-path.ts';

const gridAhead = (params: Record<string, string>, me: Guessed) =>
  askAhead(submissionsPath({ group: params.group!, period: params.period! }, me, 'receipts', params.receipt!, 'grid'));

export const officerRoutes: readonly Route[] = [
  {
    path: '/viec',
    roles: ['officer'],
    menu: { vi: 'Việc của đơn vị', en: 'My unit’s work' },
    load: () => import('./work-list.tsx').then(({ WorkList }) => WorkList),
    ahead: workAhead,
  },
  {
    path: '/gui/{group}/{period}',
    roles: ['officer'],
    load: () => import('./send-screen.tsx').then(({ SendScreen }) => SendScreen),
  },
  {
    path: '/lan-gui/{group}/{period}/{receipt}',
    roles: ['officer', 'certifier'],
    load: () => import('./result-screen.tsx').then(({ ResultScreen }) => ResultScreen),
    ahead: gridAhead,
  },
  {
    path: '/kiem-tra/{group}/{period}/{receipt}',
    roles: ['officer'],
    load: () => import('./review-screen.tsx').then(({ ReviewScreen }) => ReviewScreen),
  },
  {
    path: '/bien-nhan/{group}/{period}/{receipt}',
    roles: ['officer', 'certifier'],
    load: () => import('./receipt-screen.tsx').then(({ ReceiptScreen }) => ReceiptScreen),
  },
  {
    path: '/lich-su/{group}/{period}',
    roles: ['officer', 'certifier'],
    load: () => import('./history-screen.tsx').then(({ HistoryScreen }) => HistoryScreen),
  },
  {
    path: '/tai-lieu/{group}/{period}',
    roles: ['officer', 'certifier'],
    department: 'too',
    load: () => import('./evidence-screen.tsx').then(({ EvidenceScreen }) => EvidenceScreen),
  },
];
