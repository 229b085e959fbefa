import type { Route } from '../../routes.ts';

export const feedbackRoutes: readonly Route[] = [
  {
    path: '/ket-qua',
    roles: ['officer', 'certifier'],
    menu: { vi: 'Kết quả và giải trình', en: 'Results and answers' },
    load: () => import('./result-list.tsx').then(({ ResultList }) => ResultList),
  },
  {
    path: '/ket-qua/{group}/{period}',
    roles: ['officer', 'certifier'],
    load: () => import('./feedback-screen.tsx').then(({ FeedbackScreen }) => FeedbackScreen),
  },
  {
    path: '/cau-hoi/{group}/{period}',
    roles: ['appraiser', 'publisher'],
    load: () => import('./questions-screen.tsx').then(({ QuestionsScreen }) => QuestionsScreen),
  },
  {
    path: '/cau-hoi/{group}/{period}/{unit_id}',
    roles: ['appraiser', 'publisher'],
    load: () => import('./unit-questions-screen.tsx').then(({ UnitQuestionsScreen }) => UnitQuestionsScreen),
  },
];
