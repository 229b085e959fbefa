import { type GuardRule, guardRules } from '../../submission/rules/catalogue/guard-rules.ts';
import type { Finding } from '../../submission/submission.ts';

export interface Detail {
  sheet?: string;
  cell?: string;
  /** What was found. */
  found?: string | number | undefined;
  /** What would have been accepted. */
  max?: number | undefined;
  kind?: string;
}

const byRule = new Map(guardRules.map((entry) => [entry.rule, entry]));

/** The finding of a rule, its message filled from the detail. */
export function findGuard(rule: GuardRule, detail: Detail = {}): Finding {
  const entry = byRule.get(rule)!;
  const value = detail.found ?? detail.kind ?? null;
  return {
    rule,
    severity: entry.severity,
    sheet: detail.sheet === undefined ? null : shorten(detail.sheet),
    cell: detail.cell ?? null,
    row: null,
    field: null,
    value: value === null ? null : shorten(String(value)),
    message_vi: fillPlaces(entry.message_vi, detail),
    message_en: fillPlaces(entry.message_en, detail),
  };
}

/** Leaves a parser's callbacks by being thrown; `openWorkbook` turns it back into findings. Never leaves the folder. */
export class Refusal extends Error {
  readonly findings: Finding[];

  constructor(findings: Finding[], options?: ErrorOptions) {
    super(findings.map((finding) => finding.rule).join(', '), options);
    this.findings = findings;
  }
}

/** @throws {Refusal} always */
export function refuse(rule: GuardRule, detail: Detail = {}, cause?: unknown): never {
  throw new Refusal([findGuard(rule, detail)], { cause });
}

function fillPlaces(message: string, detail: Detail): string {
  const places: Record<string, string | number | undefined> = { ...detail };
  return message.replace(/\{(\w+)\}/g, (place, name: string) => shorten(String(places[name] ?? place)));
}

function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
