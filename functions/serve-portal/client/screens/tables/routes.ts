import { askAhead } from '../../ask-ahead.ts';
import type { Route } from '../../routes.ts';

/** What the ministry takes out of its releases by choice. */
export const tablesRoutes: readonly Route[] = [
  {
    path: '/bang-so-lieu',
    roles: ['appraiser', 'publisher', 'operator'],
    menu: { vi: 'Bảng số liệu', en: 'Tables' },
    load: () => import('./table-screen.tsx').then(({ TableScreen }) => TableScreen),
    ahead: () => askAhead('/v1/me/periods'),
  },
];
