import { parse } from 'csv-parse/sync';
import type { Measure } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';

export interface PublishedTable {
  /** Columns that hold a value at all, in the framework's order of publication. */
  measures: Measure[];
  /** In the order of the table. */
  rows: PublishedRow[];
}

export interface PublishedRow {
  /** As the table names the unit. */
  name: string;
  /** By measure: the digits as published. */
  values: Map<string, string>;
  /** Where the table says one. */
  rank: number | null;
}

interface Expected {
  measures: Measure[];
  decimals: number;
}

/**
 * A table as it was published: `unit_vi`, columns named like measures, and perhaps `rank`. Fault `PUBLISHED_TABLE_BROKEN`:
 * another column, a value that is none, a unit twice.
 */
export function readPublishedTable(csv: string, expected: Expected): PublishedTable {
  const records = readRecords(csv);
  const columns = Object.keys(records[0] ?? {}).filter((column) => column !== 'unit_vi' && column !== 'rank');
  const known = new Map(expected.measures.map((measure) => [measure.measure, measure]));
  const stranger = columns.find((column) => !known.has(column));
  if (stranger !== undefined) throw broken(`the column ${stranger} is no measure of the framework`);
  const rows = records.map((record) => readRow(record, columns, expected.decimals));
  requireOnce(rows);
  const held = new Set(rows.flatMap(({ values }) => [...values.keys()]));
  return { measures: expected.measures.filter(({ measure }) => held.has(measure)), rows };
}

function readRecords(csv: string): Record<string, string>[] {
  try {
    return parse(csv, { columns: true, bom: true });
  } catch (cause) {
    throw broken((cause as Error).message, cause);
  }
}

function readRow(record: Record<string, string>, columns: string[], decimals: number): PublishedRow {
  const name = (record.unit_vi ?? '').normalize('NFC').trim();
  if (name === '') throw broken('a row names no unit');
  // An empty cell is what was not published: absent, never zero.
  const held = columns.filter((column) => record[column] !== '');
  const values = held.map(
    (column) => [column, requireValue(record[column]!, `${column} of ${name}`, decimals)] as const,
  );
  return { name, values: new Map(values), rank: readRank(record.rank ?? '', name) };
}

/** From 0 to 1, with all the decimals that are published: neither rounded nor completed. */
function requireValue(text: string, of: string, decimals: number): string {
  const shape = new RegExp(`^(0\\.\\d{${decimals}}|1\\.0{${decimals}})$`);
  if (shape.test(text)) return text;
  throw broken(`${of} is ${JSON.stringify(text)}, not a value from 0 to 1 with ${decimals} decimals`);
}

function readRank(text: string, name: string): number | null {
  if (text === '') return null;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw broken(`the rank of ${name} is ${JSON.stringify(text)}`);
}

function requireOnce(rows: PublishedRow[]): void {
  const twice = rows.find(({ name }, i) => rows.findIndex((row) => row.name === name) !== i);
  if (twice) throw broken(`${twice.name} has two rows`);
}

const broken = (message: string, cause?: unknown) => new Fault('PUBLISHED_TABLE_BROKEN', message, { cause });
