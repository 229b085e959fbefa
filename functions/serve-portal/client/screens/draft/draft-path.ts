import type { PeriodLine } from '../../../../../shared/ledger/describe-period.ts';
import type { Guessed } from '../../routes.ts';

export interface PeriodOf {
  group: string;
  period: string;
}

/** Whether a department may still have something to fill in it. */
export const isFilled = ({ state }: Pick<PeriodLine, 'state'>): boolean => state !== 'closed';

export const periodOf = (params: Record<string, string>): PeriodOf => ({
  group: params.group ?? '',
  period: params.period ?? '',
});

/** `/v1/drafts/province34/2024/P04-2025/rows` of the person's own unit. */
export const unitPath = (door: 'drafts' | 'assignments', { group, period }: PeriodOf, me: Guessed, rest = ''): string =>
  `/v1/${door}/${[group, period, me.unit_id ?? ''].map(encodeURIComponent).join('/')}${rest}`;
