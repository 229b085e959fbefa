import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { findUnitByName } from '../shared/units/registry.ts';
import type { Unit } from '../shared/units/unit.ts';

export interface RoundRow {
  unit: Unit;
  /** One figure per indicator that the published table holds. */
  values: { indicator: string; input: 'value'; value: string }[];
}

/** A published round, as if its units had submitted it. */
export interface Round {
  group: 'province34' | 'province63';
  period: '2024';
  /** Id or folder, for `loadFramework`. */
  framework: string;
  /** In the order of the published table. */
  rows: RoundRow[];
  /** What was published of the total, in the same order; rank null where the table leaves it out. */
  published: { unit_id: string; dti: string; rank: number | null }[];
}

const frameworks = {
  province34: 'dti-province-405',
  province63: fileURLToPath(new URL('./frameworks/dti-province-405-four', import.meta.url)),
};

/** Throws when the table names a unit that the group does not have. */
export function round2024(group: Round['group']): Round {
  const records = readTable(`dti-2024-${group}.csv`);
  const rows = records.map((record) => readRow(record, group));
  const published = records.map(({ dti, rank }, i) => ({
    unit_id: rows[i]!.unit.unit_id,
    dti: dti!,
    rank: rank ? Number(rank) : null,
  }));
  return { group, period: '2024', framework: frameworks[group], rows, published };
}

type Record2024 = Record<string, string>;

function readTable(name: string): Record2024[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return parse(text, { columns: true, bom: true });
}

function readRow({ unit_vi, dti, rank, ...mainIndices }: Record2024, group: Round['group']): RoundRow {
  const unit = findUnitByName(unit_vi ?? '', group, '2024');
  if (!unit) throw new Error(`the table of ${group} names "${unit_vi}", which no unit of the group bears`);
  const values = Object.entries(mainIndices)
    .filter(([, value]) => value !== '')
    .map(([indicator, value]) => ({ indicator, input: 'value' as const, value: canonicalDecimal(value) }));
  return { unit, values };
}

/** The tables print four decimals; an observation holds no trailing zero. */
const canonicalDecimal = (text: string) => Big(text).toFixed();
