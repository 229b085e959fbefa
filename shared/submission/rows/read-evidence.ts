import type { CellValue } from '../cell-book.ts';
import { evidenceOf } from '../evidence/evidence-of-cell.ts';
import type { EvidenceRecord } from '../evidence/evidence-record.ts';
import { renderEvidence } from '../evidence/render-evidence.ts';
import { safeAddress } from '../evidence/safe-address.ts';
import type { DeclaredRow } from '../figure.ts';
import { makeFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { type ReadText, readText } from '../values/read-text.ts';

export interface ReadEvidence extends ReadText {
  /** Empty: nothing is proved. */
  records: EvidenceRecord[];
}

/** The evidence of one row: its text as it was written, and what that and the link behind it were read as. */
export function readEvidence(row: DeclaredRow): ReadEvidence {
  if (row.taken?.evidence) return { ...row.taken.evidence, findings: [] };
  if (row.evidenceRecords) {
    return { text: renderEvidence(row.evidenceRecords), records: row.evidenceRecords, findings: [] };
  }
  const { link, dropped } = linkOf(row);
  const { text, findings } = readLinked(row, link);
  const records = evidenceOf({ text, link });
  // Merged over several rows it is one cell, and told of once.
  return { text, records, findings: row.sharesEvidence ? [] : [...findings, ...dropped] };
}

/** The address behind the cell, where anybody can follow it. */
export function linkOf(row: DeclaredRow): { link: string | null; dropped: Finding[] } {
  const target = formulaLink(row.cells.evidence) ?? row.evidenceLink ?? null;
  const link = target === null ? null : safeAddress(target);
  const isDropped = target !== null && link === null;
  return { link, dropped: isDropped ? [makeFinding('EVIDENCE_LINK_DROPPED', row.place('evidence'), {}, target)] : [] };
}

const formulaLink = (cell: CellValue | undefined): string | undefined =>
  cell?.kind === 'formula' ? cell.link : undefined;

/** `HYPERLINK()` is read as what it shows: nobody need paste that value, which would lose the address. */
function readLinked({ cells, place }: DeclaredRow, link: string | null): ReadText {
  const cell = cells.evidence;
  if (cell?.kind !== 'formula' || cell.external || link === null || cell.link === undefined) {
    return readText(cell, place('evidence'));
  }
  return cell.cached === null ? { text: link, findings: [] } : readText(cell.cached, place('evidence'));
}
