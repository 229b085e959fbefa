import type { Verdict } from '../round/compare-release.ts';

/** One line each, whatever a file is called: the name of a stray one must not pass for lines of ours. */
export const showVerdict = ({ path, verdict }: { path: string; verdict: Verdict }): string =>
  `${verdict.padEnd(10)} ${path.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')}`;
