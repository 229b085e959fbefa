/**
 * Functions that scoring SQL may call: lower-case names, the common part of Trino and DuckDB. A test lints every statement
 * against this list, and the local engine redefines exactly those with a `localMacro`.
 */
export interface AllowedFunction {
  name: string;
  /** DuckDB macro (parameters and body) that gives Trino's meaning where DuckDB's own differs. */
  localMacro?: string;
}

export const allowedFunctions: AllowedFunction[] = [
  { name: 'abs' },
  { name: 'cast' },
  { name: 'coalesce' },
  { name: 'count' },
  // DuckDB skips NULL arguments; in Trino one NULL makes the result NULL.
  {
    name: 'greatest',
    localMacro: '(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN a >= b THEN a ELSE b END',
  },
  { name: 'least', localMacro: '(a, b) AS CASE WHEN a IS NULL OR b IS NULL THEN NULL WHEN a <= b THEN a ELSE b END' },
  { name: 'max' },
  { name: 'min' },
  { name: 'nullif' },
  { name: 'rank' },
  { name: 'sum' },
];
