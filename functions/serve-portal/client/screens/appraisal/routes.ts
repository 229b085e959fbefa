import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import { askAhead } from '../../ask-ahead.ts';
import type { Route } from '../../routes.ts';
import { appraisalPath, isAppraised, type QueueQuery, queuePath } from './appraisal-path.ts';

const periodOf = (params: Record<string, string>) => ({ group: params.group!, period: params.period! });

const queueAhead = (params: Record<string, string>) => {
  const query: QueueQuery = params.indicator ? { indicator: params.indicator } : { unit_id: params.unit_id! };
  return askAhead(queuePath(periodOf(params), query));
};

async function listAhead() {
  const { periods } = await askAhead<{ periods: PeriodLine[] }>('/v1/me/periods');
  return Promise.all(periods.filter(isAppraised).map((line) => askAhead(appraisalPath(line, 'progress'))));
}

export const appraisalRoutes: readonly Route[] = [
  {
    path: '/tham-dinh',
    roles: ['appraiser'],
    menu: { vi: 'Thẩm định', en: 'Appraisal' },
    load: () => import('./appraisal-list.tsx').then(({ AppraisalList }) => AppraisalList),
    ahead: listAhead,
  },
  {
    path: '/tham-dinh/{group}/{period}',
    roles: ['appraiser'],
    load: () => import('./progress-screen.tsx').then(({ ProgressScreen }) => ProgressScreen),
    ahead: (params) => askAhead(appraisalPath(periodOf(params), 'progress')),
  },
  {
    path: '/tham-dinh/{group}/{period}/chi-so/{indicator}',
    roles: ['appraiser'],
    load: () => import('./queue-screen.tsx').then(({ QueueScreen }) => QueueScreen),
    ahead: queueAhead,
  },
  {
    path: '/tham-dinh/{group}/{period}/don-vi/{unit_id}',
    roles: ['appraiser'],
    load: () => import('./queue-screen.tsx').then(({ QueueScreen }) => QueueScreen),
    ahead: queueAhead,
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
