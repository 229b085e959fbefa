import { Fault } from '../../observability/fault.ts';
import type { RuleEntry } from '../rule-entry.ts';
import { appraisalRules } from './catalogue/appraisal-rules.ts';
import { evidenceRules } from './catalogue/evidence-rules.ts';
import { figureRules } from './catalogue/figure-rules.ts';
import { guardRules } from './catalogue/guard-rules.ts';
import { identityRules } from './catalogue/identity-rules.ts';
import { layoutRules } from './catalogue/layout-rules.ts';
import { tableRules } from './catalogue/table-rules.ts';
import { valueRules } from './catalogue/value-rules.ts';

/** Every rule a submission can break, in the order in which they are checked. */
export const ruleCatalogue: readonly RuleEntry[] = [
  ...guardRules,
  ...identityRules,
  ...layoutRules,
  ...tableRules,
  ...valueRules,
  ...evidenceRules,
  ...figureRules,
  ...appraisalRules,
];

const byId = new Map(ruleCatalogue.map((entry) => [entry.rule, entry]));

/** Throws the fault `RULE_UNKNOWN`. */
export function ruleEntry(rule: string): RuleEntry {
  const entry = byId.get(rule);
  if (!entry) throw new Fault('RULE_UNKNOWN', `${rule} is not in the rule catalogue`);
  return entry;
}
