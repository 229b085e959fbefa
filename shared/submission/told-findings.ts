import type { Finding } from './submission.ts';

/** Shadow rules are kept with the answer, so that they can be counted before they bite, and not told to anyone. */
export const toldFindings = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'shadow');
