import type { QualityCategory, Severity } from './submission.ts';

/** One row of the rule catalogue. Messages hold `{name}` places that the finding's parameters fill. */
export interface RuleEntry {
  rule: string;
  severity: Severity;
  category: QualityCategory;
  /** Template version from which the rule applies. */
  since: string;
  /** What the rule asks, for the published catalogue. */
  text_vi: string;
  text_en: string;
  /** What is said to the submitter: what was found and what to do. The place is prefixed by whoever shows it. */
  message_vi: string;
  message_en: string;
}
