import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import { askAhead } from '../../ask-ahead.ts';
import type { Guessed, Route } from '../../routes.ts';
import { isFilled, periodOf, unitPath } from './draft-path.ts';

async function departmentAhead(_: unknown, me: Guessed): Promise<unknown> {
  const { periods } = await askAhead<{ periods: PeriodLine[] }>('/v1/me/periods');
  return Promise.all(periods.filter(isFilled).map((line) => askAhead(unitPath('assignments', line, me))));
}

export const draftRoutes: readonly Route[] = [
  {
    path: '/viec-so',
    roles: ['officer'],
    department: 'only',
    menu: { vi: 'Việc được giao', en: 'Assigned to me' },
    load: () => import('./department-work.tsx').then(({ DepartmentWork }) => DepartmentWork),
    ahead: departmentAhead,
  },
  {
    path: '/ke-khai/{group}/{period}',
    roles: ['officer', 'certifier'],
    department: 'too',
    load: () => import('./fill-form.tsx').then(({ FillForm }) => FillForm),
    ahead: (params, me) => askAhead(unitPath('drafts', periodOf(params), me)),
  },
  {
    path: '/ke-khai/{group}/{period}/gui',
    roles: ['officer'],
    load: () => import('./send-draft.tsx').then(({ SendDraft }) => SendDraft),
    ahead: (params, me) =>
      Promise.all(['', '/check'].map((rest) => askAhead(unitPath('drafts', periodOf(params), me, rest)))),
  },
  {
    path: '/phan-cong/{group}/{period}',
    roles: ['officer'],
    load: () => import('./divide-form.tsx').then(({ DivideForm }) => DivideForm),
    ahead: (params, me) => askAhead(unitPath('assignments', periodOf(params), me)),
  },
];
