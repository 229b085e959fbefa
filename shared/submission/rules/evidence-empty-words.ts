import { hasEvidence } from '../evidence/evidence-of-cell.ts';
import type { Figure } from '../figure.ts';
import { makeFinding, namesOf } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { lacksEvidence } from './evidence-missing.ts';
import { byIndicator, type FigureRule } from './figure-rule.ts';

/** `-`, `x`, `không có` where evidence stands: told, unless the evidence is found missing anyway. */
export const evidenceEmptyWords: FigureRule = {
  rule: 'EVIDENCE_EMPTY_WORDS',
  check: (figures) =>
    [...byIndicator(figures).values()]
      .map((inputs) => [...inputs.values()])
      .filter((rows) => !lacksEvidence(rows))
      .flatMap((rows) => oncePerCell(rows.filter(saysNothing).map(tell))),
};

/** What an earlier file said was told when that came. */
const saysNothing = (figure: Figure): boolean =>
  figure.evidence !== null && figure.kept === undefined && !hasEvidence(figure);

const tell = ({ indicator, evidence, place }: Figure): Finding =>
  makeFinding('EVIDENCE_EMPTY_WORDS', place('evidence'), namesOf(indicator), evidence);

/** A cell that is merged over several rows is one. */
const oncePerCell = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [`${finding.sheet}!${finding.cell}/${finding.row}`, finding])).values(),
];
