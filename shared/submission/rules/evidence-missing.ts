import type { Figure } from '../figure.ts';
import { makeFinding, namesOf } from '../finding.ts';
import { byIndicator, type FigureRule } from './figure-rule.ts';

/** Evidence is asked of the indicator: one of its rows may name it for all. */
export const evidenceMissing: FigureRule = {
  rule: 'EVIDENCE_MISSING',
  check: (figures) =>
    [...byIndicator(figures).values()]
      .map((inputs) => [...inputs.values()])
      .filter(
        (rows) =>
          rows[0]!.indicator.evidence_required && isDeclared(rows) && rows.every((row) => row.evidence === null),
      )
      .map(([first]) => makeFinding('EVIDENCE_MISSING', first!.place('evidence'), namesOf(first!.indicator))),
};

/** A blank is a finding already, and a zero claims nothing that would need proof. */
const isDeclared = (rows: Figure[]) => rows.some((row) => row.value !== null && row.value !== '0');
