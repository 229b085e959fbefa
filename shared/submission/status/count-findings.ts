import type { UnitState } from '../../ledger/fold-unit.ts';
import { ruleEntry } from '../rules/catalogue.ts';
import type { Severity } from '../submission.ts';

export interface RuleCount {
  rule: string;
  severity: Severity;
  /** What the rule asks. */
  text_vi: string;
  text_en: string;
  findings: number;
  /** Units that have some. */
  units: number;
}

/** Errors before warnings are not told apart here: what is most frequent is what a form or a guide should say better. */
export function countFindings(units: ReadonlyMap<string, UnitState>, most = Number.POSITIVE_INFINITY): RuleCount[] {
  const counts = new Map<string, { findings: number; units: number }>();
  for (const { receipts } of units.values()) {
    for (const [rule, findings] of Object.entries(receipts.at(-1)?.answer?.rules ?? {})) {
      const known = counts.get(rule) ?? { findings: 0, units: 0 };
      counts.set(rule, { findings: known.findings + findings, units: known.units + 1 });
    }
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y.findings - x.findings || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([rule, counted]) => {
      const { severity, text_vi, text_en } = ruleEntry(rule);
      return { rule, severity, text_vi, text_en, ...counted };
    });
}
