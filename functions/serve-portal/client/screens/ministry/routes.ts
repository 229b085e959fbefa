import { askAhead } from '../../ask-ahead.ts';
import type { Route } from '../../routes.ts';
import { apiPeriod } from './period-of.ts';

const watchers = ['appraiser', 'publisher', 'operator'] as const;
const runners = ['publisher', 'operator'] as const;
const publisher = ['publisher'] as const;

type Screens = typeof import('./screens.ts');
type RunScreens = typeof import('./run-screens.ts');

const screen = (name: keyof Screens) => () => import('./screens.ts').then((screens) => screens[name]);
const runScreen = (name: keyof RunScreens) => () => import('./run-screens.ts').then((screens) => screens[name]);

/** The ministry’s side of a period, from opening to correction. */
export const ministryRoutes: readonly Route[] = [
  {
    path: '/ky',
    roles: watchers,
    menu: { vi: 'Các kỳ', en: 'Periods' },
    load: () => import('./periods.tsx').then(({ Periods }) => Periods),
    ahead: () => askAhead('/v1/me/periods'),
  },
  {
    path: '/ky/{group}/{period}',
    roles: watchers,
    load: screen('BoardScreen'),
    ahead: (params) =>
      Promise.all(['', '/board', '/units'].map((rest) => askAhead(`/v1/periods/${apiPeriod(params)}${rest}`))),
  },
  {
    path: '/ky/{group}/{period}/don-vi/{unit_id}',
    roles: watchers,
    load: screen('UnitScreen'),
  },
  {
    path: '/ky/{group}/{period}/han',
    roles: publisher,
    load: screen('Deadline'),
  },
  {
    path: '/ky/{group}/{period}/dong',
    roles: publisher,
    load: screen('Close'),
  },
  {
    path: '/ky/{group}/{period}/tinh-diem',
    roles: runners,
    load: runScreen('Runs'),
  },
  {
    path: '/ky/{group}/{period}/dinh-chinh',
    roles: publisher,
    load: runScreen('Correct'),
  },
  {
    path: '/ky/{group}/{period}/y-kien',
    roles: ['appraiser', 'publisher'],
    load: screen('Objections'),
  },
  { path: '/lan-tinh/{run_id}', roles: runners, load: runScreen('RunScreen') },
  {
    path: '/lan-tinh/{run_id}/mo-xem',
    roles: publisher,
    load: runScreen('OpenPreview'),
  },
  {
    path: '/lan-tinh/{run_id}/cong-bo',
    roles: publisher,
    load: runScreen('ReleaseScreen'),
  },
  {
    path: '/nhat-ky/{group}/{period}',
    roles: ['officer', 'certifier', ...watchers],
    load: screen('Log'),
  },
  {
    path: '/bang-so-lieu',
    roles: watchers,
    menu: { vi: 'Bảng số liệu', en: 'Tables' },
    load: () => import('./table.tsx').then(({ TableScreen }) => TableScreen),
    ahead: () => askAhead('/v1/me/periods'),
  },
];
