import type { Guessed } from '../../routes.ts';

export interface UnitPeriod {
  group: string;
  period: string;
}

const encoded = (parts: string[]): string => parts.map(encodeURIComponent).join('/');

/** `/v1/submissions/province34/2024/P04-2025/…` of the person's own unit. */
export const unitPath = (area: string, { group, period }: UnitPeriod, me: Guessed, ...rest: string[]): string =>
  `/v1/${area}/${encoded([group, period, me.unit_id ?? '', ...rest])}`;

export const submissionsPath = (of: UnitPeriod, me: Guessed, ...rest: string[]): string =>
  unitPath('submissions', of, me, ...rest);
