import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Between which whole numbers a denominator, or a previous value, is made up. */
export interface Magnitude {
  lowest: number;
  highest: number;
}

let read: ReadonlyMap<string, Magnitude> | undefined;

/** Throws for an indicator that divides and has no line in `magnitudes.csv`. */
export function magnitudeOf(framework: string, indicator: string): Magnitude {
  read ??= readTable();
  const found = read.get(`${framework}/${indicator}`);
  if (!found) throw new Error(`magnitudes.csv has no line for ${indicator} of ${framework}`);
  return found;
}

function readTable(): ReadonlyMap<string, Magnitude> {
  const text = readFileSync(new URL('magnitudes.csv', import.meta.url), 'utf8');
  const records: Record<'framework' | 'indicator' | 'lowest' | 'highest', string>[] = parse(text, { columns: true });
  return new Map(
    records.map(({ framework, indicator, lowest, highest }) => [
      `${framework}/${indicator}`,
      { lowest: Number(lowest), highest: Number(highest) },
    ]),
  );
}
