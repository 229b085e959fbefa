import type { Figure } from '../figure.ts';
import { makeFinding, noPlace } from '../finding.ts';
import type { Finding } from '../submission.ts';

/**
 * A submission without any figure is nobody's report, whatever the framework lets through one by one. Another error is to
 * be mended first and may be why nothing was read; not so a figure that was withdrawn, for a note at each would mend them
 * all and leave nothing.
 */
export function nothingDeclared(figures: readonly Figure[], found: readonly Finding[]): Finding[] {
  const isExplained = found.some(({ rule, severity }) => severity === 'error' && rule !== 'FIGURE_WITHDRAWN');
  const isEmpty = figures.every(({ blank }) => blank) || figures.every(isNotSent);
  return isEmpty && !isExplained ? [makeFinding('NOTHING_DECLARED', noPlace)] : [];
}

/** Of a part without a row, all that there is stood before. */
const isNotSent = ({ absent, kept }: Figure): boolean => absent === true || kept !== undefined;
