import { keyOf } from '../input-key.ts';
import type { EarlierValue } from '../known-values.ts';
import type { ReadRow } from '../read-row.ts';
import type { Finding } from '../submission.ts';
import type { AskedRow } from './asked-rows.ts';

/** A row that is asked for, with what one file says in it and what was found of that. */
export interface GridRow extends AskedRow, Omit<ReadRow, 'indicator' | 'input'> {
  findings: Finding[];
  /** Of the last time it was declared; null: it never was. */
  earlier: Pick<EarlierValue, 'value' | 'source_vi' | 'source_en'> | null;
}

export interface FilledGrid {
  rows: GridRow[];
  /** Findings that are not about one row. */
  findings: Finding[];
}

interface GridParts {
  asked: readonly AskedRow[];
  /** What was read; a row that is not here was not in the file. */
  read: readonly ReadRow[];
  findings: readonly Finding[];
  earlier: readonly EarlierValue[];
}

/** Lays what is known of a file over the rows that are asked for. */
export function buildGrid({ asked, read, findings, earlier }: GridParts): FilledGrid {
  const readOf = new Map(read.map((row) => [keyOf(row), row]));
  const earlierOf = new Map(earlier.map((value) => [keyOf(value), value]));
  const placed = placeFindings(findings, read);
  return {
    rows: asked.map((row) => {
      const key = keyOf(row);
      const before = earlierOf.get(key);
      return {
        ...row,
        ...(readOf.get(key) ?? nothing(row)),
        findings: placed.byKey.get(key) ?? [],
        earlier: before ? { value: before.value, source_vi: before.source_vi, source_en: before.source_en } : null,
      };
    }),
    findings: placed.others,
  };
}

const nothing = ({ indicator, input }: AskedRow): ReadRow => ({
  ...{ indicator, input, sheet: null, cell: null, row: null },
  ...{ raw: null, value: null, evidence: null, note: null },
});

interface PlacedFindings {
  byKey: Map<string, Finding[]>;
  others: Finding[];
}

/** By the line that a finding points to, or by the code that it holds where the file lacks the line. */
function placeFindings(findings: readonly Finding[], read: readonly ReadRow[]): PlacedFindings {
  const keys = new Map(read.flatMap((row) => (lineOf(row) === null ? [] : [[lineOf(row)!, keyOf(row)] as const])));
  const known = new Set(read.map(keyOf));
  const placed: PlacedFindings = { byKey: new Map(), others: [] };
  for (const finding of findings) {
    const line = lineOf(finding);
    const key = line === null ? (finding.value ?? '') : (keys.get(line) ?? '');
    if (known.has(key)) placed.byKey.set(key, [...(placed.byKey.get(key) ?? []), finding]);
    else placed.others.push(finding);
  }
  return placed;
}

/** `Số liệu!12` or `12`; null where no line is named. */
function lineOf({ sheet, cell, row }: Pick<ReadRow, 'sheet' | 'cell' | 'row'>): string | null {
  if (row !== null) return `${row}`;
  const [digits] = /\d+$/.exec(cell ?? '') ?? [];
  return sheet === null || digits === undefined ? null : `${sheet}!${digits}`;
}
