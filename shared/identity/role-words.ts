import type { CallerRole } from './caller.ts';

/** What people are called by what they act as: the same in refusals, reports and mails as on the screens. */
export const roleNamesVi: Record<CallerRole | 'system', string> = {
  officer: 'cán bộ báo cáo',
  certifier: 'lãnh đạo đơn vị',
  appraiser: 'người thẩm định',
  publisher: 'người công bố',
  operator: 'người vận hành',
  system: 'hệ thống',
};

/** Of a role as an entry has it. */
export const roleVi = (role: string): string => roleNamesVi[role as CallerRole] ?? role;
