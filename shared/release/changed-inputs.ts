import { canonicalJson } from '../digest/canonical-json.ts';
import type { SelectedDecision, Selection } from './selection.ts';

/** One thing that a run would select otherwise now. `file`: the same figures, out of another file. */
export type ChangedInput =
  | { what: 'figures' | 'file' | 'decisions'; unit_id: string; unit_name_vi: string }
  | { what: 'framework' | 'registry' | 'notice' | 'previous' };

/** What differs, units in bytewise order; empty where `haveEqualInputs` holds. What one corrects, and why, is no input. */
export function changedInputs(then: Selection, now: Selection, nameOf: (unitId: string) => string): ChangedInput[] {
  const named = (what: 'figures' | 'file' | 'decisions') => (unit_id: string) => {
    return { what, unit_id, unit_name_vi: nameOf(unit_id) };
  };
  const figures = differing(then, now, ({ submissions }) =>
    byUnit(submissions, ({ figures_sha256 }) => figures_sha256),
  );
  const files = differing(then, now, ({ submissions }) => byUnit(submissions, canonicalJson));
  const decisions = differing(then, now, decisionsByUnit);
  const sameFigures = files.filter((unitId) => !figures.includes(unitId));
  return [
    ...figures.map(named('figures')),
    ...sameFigures.map(named('file')),
    ...decisions.map(named('decisions')),
    ...changedFacts(then, now),
  ];
}

function changedFacts(then: Selection, now: Selection): ChangedInput[] {
  const isOther = (field: 'framework_sha256' | 'registry_sha256' | 'notice_vi' | 'previous') =>
    canonicalJson({ value: then[field] }) !== canonicalJson({ value: now[field] });
  return [
    ...(isOther('framework_sha256') ? [{ what: 'framework' as const }] : []),
    ...(isOther('registry_sha256') ? [{ what: 'registry' as const }] : []),
    ...(isOther('notice_vi') ? [{ what: 'notice' as const }] : []),
    ...(isOther('previous') ? [{ what: 'previous' as const }] : []),
  ];
}

type Texts = Map<string, string>;

function differing(then: Selection, now: Selection, textsOf: (selection: Selection) => Texts): string[] {
  const [before, after] = [textsOf(then), textsOf(now)];
  const units = new Set([...before.keys(), ...after.keys()]);
  return [...units].filter((unitId) => before.get(unitId) !== after.get(unitId)).sort();
}

const byUnit = <Row extends { unit_id: string }>(rows: Row[], textOf: (row: Row) => string): Texts =>
  new Map(rows.map((row) => [row.unit_id, textOf(row)]));

function decisionsByUnit({ appraisals = [] }: Selection): Texts {
  const units = Map.groupBy(appraisals, ({ unit_id }: SelectedDecision) => unit_id);
  return new Map([...units].map(([unitId, rows]) => [unitId, canonicalJson(rows)]));
}
