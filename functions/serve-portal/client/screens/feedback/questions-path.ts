export interface PeriodOf {
  group: string;
  period: string;
}

/** `/v1/questions/province34/2024/…` */
export const questionsPath = ({ group, period }: PeriodOf, ...rest: string[]): string =>
  `/v1/questions/${[group, period, ...rest].map(encodeURIComponent).join('/')}`;
