import { hasEvidence } from '../evidence/evidence-of-cell.ts';
import type { Figure } from '../figure.ts';
import { makeFinding, namesOf } from '../finding.ts';
import { byIndicator, type FigureRule } from './figure-rule.ts';

/** Evidence is asked of the indicator: one of its rows may name it for all. Words that say that there is none name nothing. */
export const evidenceMissing: FigureRule = {
  rule: 'EVIDENCE_MISSING',
  check: (figures) =>
    [...byIndicator(figures).values()]
      .map((inputs) => [...inputs.values()])
      .filter(lacksEvidence)
      .map(([first]) => {
        const { indicator, evidence, place } = first!;
        return makeFinding('EVIDENCE_MISSING', place('evidence'), namesOf(indicator), evidence);
      }),
};

/** Whether the rows of one indicator need proof, and none of them has it. */
export const lacksEvidence = (rows: readonly Figure[]): boolean =>
  rows[0]!.indicator.evidence_required && isDeclared(rows) && !rows.some(hasEvidence);

/**
 * A blank is a finding already, and a zero claims nothing that would need proof. What could not be read is going to be a
 * figure: its evidence is asked for together with it, not the next time.
 */
const isDeclared = (rows: readonly Figure[]) =>
  rows.some(({ value, unread }) => unread === true || (value !== null && value !== '0'));
