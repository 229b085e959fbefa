import { canonicalJson } from '../digest/canonical-json.ts';
import type { Framework, Indicator } from './framework.ts';

/** A field that two versions say differently; null: one of them does not say it. Lists and groups of fields as JSON. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

export interface IndicatorLine {
  indicator: string;
  name_vi: string;
  max_points: string;
}

/** What became of a framework from one version to another. */
export interface FrameworkChanges {
  added: IndicatorLine[];
  removed: IndicatorLine[];
  /** Indicators of both that are asked or counted otherwise. */
  changed: { indicator: string; name_vi: string; fields: FieldChange[] }[];
  /** Everything that is not an indicator: title, main indices, pillars, decimals, rules of the round. */
  terms: FieldChange[];
}

/** By code, in the order of the later version: what changes its code is another indicator. */
export function compareFrameworks(before: Framework, after: Framework): FrameworkChanges {
  const [earlier, later] = [byCode(before), byCode(after)];
  return {
    added: after.indicators.filter(({ indicator }) => !earlier.has(indicator)).map(lineOf),
    removed: before.indicators.filter(({ indicator }) => !later.has(indicator)).map(lineOf),
    changed: after.indicators.flatMap((indicator) => {
      const known = earlier.get(indicator.indicator);
      const fields = known ? fieldChanges(known, indicator) : [];
      return fields.length > 0 ? [{ indicator: indicator.indicator, name_vi: indicator.name_vi, fields }] : [];
    }),
    terms: fieldChanges(termsOf(before), termsOf(after)),
  };
}

const byCode = ({ indicators }: Framework) => new Map(indicators.map((indicator) => [indicator.indicator, indicator]));

const lineOf = ({ indicator, name_vi, max_points }: Indicator): IndicatorLine => ({ indicator, name_vi, max_points });

/** The version and the hash differ where anything does. */
const termsOf = ({ indicators: _list, sha256: _hash, version: _version, ...terms }: Framework): object => terms;

function fieldChanges(before: object, after: object): FieldChange[] {
  const [was, is] = [before, after].map((one) => new Map(Object.entries(one)));
  const fields = [...new Set([...was!.keys(), ...is!.keys()])];
  return fields.flatMap((field) => {
    const change = { field, before: asText(was!.get(field)), after: asText(is!.get(field)) };
    return change.before === change.after ? [] : [change];
  });
}

function asText(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : canonicalJson(value);
}
