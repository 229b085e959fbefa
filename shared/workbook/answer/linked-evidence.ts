import { evidenceText } from '../../submission/evidence/evidence-of-cell.ts';
import type { DeclaredRow } from '../../submission/figure.ts';
import { isMark } from '../../submission/marks/mark.ts';
import { linkOf, readEvidence } from '../../submission/rows/read-evidence.ts';
import { withoutUnwritable } from '../writable-text.ts';
import type { SentCell } from './sent-cell.ts';

/**
 * Evidence with the address behind its link written out: an answer holds no link that could be followed, and loses none.
 * Null where there is no such address, or the cell itself is wrong.
 */
export function linkedEvidence(row: DeclaredRow): SentCell | null {
  const { link } = linkOf(row);
  if (link === null || isMark(row.cells.evidence)) return null;
  // Rows that share a cell are told of it once, but none of them can hand back what is wrong.
  const { sharesEvidence: _shared, ...own } = row;
  const { text, findings } = readEvidence(own);
  if (findings.some(({ severity }) => severity === 'error')) return null;
  return { text: withoutUnwritable(evidenceText({ text, link }) ?? ''), isNumber: false };
}
