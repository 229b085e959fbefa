import type { Route } from '../../routes.ts';

export const draftRoutes: readonly Route[] = [
  {
    path: '/viec-so',
    roles: ['officer'],
    department: 'only',
    menu: { vi: 'Việc được giao', en: 'Assigned to me' },
    load: () => import('./department-work.tsx').then(({ DepartmentWork }) => DepartmentWork),
  },
  {
    path: '/ke-khai/{group}/{period}',
    roles: ['officer', 'certifier'],
    department: 'too',
    load: () => import('./fill-form.tsx').then(({ FillForm }) => FillForm),
  },
  {
    path: '/ke-khai/{group}/{period}/gui',
    roles: ['officer'],
    load: () => import('./send-draft.tsx').then(({ SendDraft }) => SendDraft),
  },
  {
    path: '/phan-cong/{group}/{period}',
    roles: ['officer'],
    load: () => import('./divide-form.tsx').then(({ DivideForm }) => DivideForm),
  },
];
