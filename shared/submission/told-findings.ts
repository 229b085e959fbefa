import type { Finding } from './submission.ts';

/** Shadow rules are kept with the answer, so that they can be counted before they bite, and not told to anyone. */
export const toldFindings = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity !== 'shadow');

/** An answer as it is told. */
export const toldAnswer = <Answer extends { findings: Finding[] }>(answer: Answer): Answer => ({
  ...answer,
  findings: toldFindings(answer.findings),
});
