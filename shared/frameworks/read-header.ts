const needed = [
  'indicator',
  'main_index',
  'name_vi',
  'name_en',
  'unit_of_measure_vi',
  'rule',
  'max_points',
  'assessed',
  'evidence_required',
  'inputs',
] as const;

/** May be left out of the file, or of a line. */
const optional = [
  'target',
  'tiers',
  'zero_denominator',
  'applies_to',
  'due',
  'annual',
  'source',
  'evidence_vi',
  'verified_by_vi',
  'illustrative',
] as const;

export type NeededColumn = (typeof needed)[number];
export type OptionalColumn = (typeof optional)[number];

/** A line's cells by column, trimmed; empty where the file has no such column. */
export type Row = Record<NeededColumn | OptionalColumn, string>;

export interface HeaderColumns {
  width: number;
  rowOf: (cells: string[]) => Row;
}

/** Where each column stands; or what is wrong with the header, as texts. */
export function columnsOf(header: string[]): HeaderColumns | string[] {
  const names = header.map((name) => name.trim());
  const mistakes = header.length === 1 ? [findOtherSeparator(names[0] ?? '')] : findMistakes(names);
  if (mistakes.length > 0) return mistakes;
  const known = [...needed, ...optional];
  const rowOf = (cells: string[]) =>
    Object.fromEntries(known.map((column) => [column, cells[names.indexOf(column)]?.trim() ?? ''])) as Row;
  return { width: header.length, rowOf };
}

function findOtherSeparator(line: string): string {
  const remedy =
    'in Excel choose "CSV UTF-8 (comma delimited)" with the list separator set to a comma, in LibreOffice the field separator ,';
  if (line.includes(';')) return `is saved with semicolons; save it with commas: ${remedy}`;
  if (line.includes('\t')) return `is saved with tabs; save it with commas: ${remedy}`;
  return `the header must be "${needed.join()}", saved with commas; found "${line}"`;
}

function findMistakes(names: string[]): string[] {
  const known: readonly string[] = [...needed, ...optional];
  const missing = needed.filter((column) => !names.includes(column));
  return [
    ...missing.map((column) => `the header lacks the column ${column}`),
    ...names.flatMap((name, i) => {
      if (!known.includes(name))
        return [`the header has a column "${name}" that is not read; known are ${known.join()}`];
      return names.indexOf(name) < i ? [`the header has the column ${name} twice; keep one`] : [];
    }),
  ];
}
