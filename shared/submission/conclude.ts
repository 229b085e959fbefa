import type { CheckContext, Figure } from './figure.ts';
import { figureRuleChecks } from './rules/figure-rules.ts';
import { sortFindings } from './sort-findings.ts';
import type { CheckedSubmission, Finding, Observation } from './submission.ts';

export interface Evidence {
  unit_id: string | null;
  sha256: string;
  figures: Figure[];
  findings: Finding[];
}

/** The same last step for every door: rules over the figures, findings in order, figures only when nothing is wrong. */
export function conclude({ unit_id, sha256, figures, findings }: Evidence, context: CheckContext): CheckedSubmission {
  const broken = figureRuleChecks.flatMap(({ check }) => check(figures, context));
  const all = sortFindings([...findings, ...broken]);
  const accepted = all.every((finding) => finding.severity !== 'error') && unit_id !== null;
  return { accepted, unit_id, sha256, findings: all, observations: accepted ? toObservations(unit_id, figures) : [] };
}

function toObservations(unitId: string, figures: Figure[]): Observation[] {
  return figures.flatMap(({ indicator, input, value, evidence, note, place }) => {
    if (value === null) return [];
    const { sheet, cell } = place('value');
    return [
      { unit_id: unitId, indicator: indicator.indicator, input: input.input, value, evidence, note, sheet, cell },
    ];
  });
}
