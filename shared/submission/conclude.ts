import type { CheckContext, Figure } from './figure.ts';
import { codesOf } from './input-key.ts';
import { sourceOf, toReadRow } from './read-row.ts';
import { figureRuleChecks } from './rules/figure-rules.ts';
import { nothingDeclared } from './rules/nothing-declared.ts';
import { sortFindings } from './sort-findings.ts';
import type { CheckedSubmission, Finding, Observation } from './submission.ts';
import { saidIn } from './withdrawn-figures.ts';

export interface Evidence {
  unit_id: string | null;
  sha256: string;
  figures: Figure[];
  findings: Finding[];
}

/** The same last step for every door: rules over the figures, findings in order, figures only when nothing is wrong. */
export function conclude({ unit_id, sha256, figures, findings }: Evidence, context: CheckContext): CheckedSubmission {
  const settled = withoutMarked(figures);
  const broken = figureRuleChecks.flatMap(({ check }) => check(settled, context));
  const all = sortFindings(withEmptiness(figures, [...findings, ...broken]));
  const accepted = all.every((finding) => finding.severity !== 'error') && unit_id !== null;
  return {
    accepted,
    unit_id,
    sha256,
    findings: all,
    observations: accepted ? figures.flatMap((figure) => toObservations(figure, { unit_id, sha256 })) : [],
    explained: accepted ? saidIn(figures).explained : [],
    rows: figures.map(toReadRow),
  };
}

/**
 * What the figures of an indicator say together is repeated from the answer while a mark stands among them: judged anew,
 * the mark would pass for a figure.
 */
function withoutMarked(figures: Figure[]): Figure[] {
  const marked = new Set(figures.filter((figure) => figure.marked).map(({ indicator }) => indicator));
  return marked.size === 0 ? figures : figures.filter(({ indicator }) => !marked.has(indicator));
}

/** Where nothing is declared, that each indicator is unanswered goes without saying. */
function withEmptiness(figures: Figure[], found: Finding[]): Finding[] {
  const empty = nothingDeclared(figures, found);
  return empty.length > 0 ? [...empty, ...found.filter(({ rule }) => rule !== 'UNANSWERED')] : found;
}

type Source = Pick<Observation, 'unit_id'> & Pick<CheckedSubmission, 'sha256'>;

function toObservations(figure: Figure, { unit_id, sha256 }: Source): Observation[] {
  const { value, evidence, evidence_records, note, place, kept } = figure;
  if (kept) return [kept];
  if (value === null) return [];
  const { sheet, cell, row } = place('value');
  const records = evidence_records ? { evidence_records } : {};
  const { origin, corrects } = sourceOf(figure);
  const from = origin ?? { submission_sha256: sha256, sheet, cell, row };
  return [
    { unit_id, ...codesOf(figure), value, evidence, ...records, note, ...from, ...(corrects ? { corrects } : {}) },
  ];
}
