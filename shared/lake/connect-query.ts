import { connectAthena, runQuery } from './run-query.ts';
import { lakeDatabase } from './tables.ts';

/** Runs one statement on the lake; parameters are SQL literals, text in its own quotes. */
export type RunStatement = (
  sql: string,
  parameters: string[],
) => Promise<{ columns: string[]; rows: (string | null)[][] }>;

export function connectQuery(workgroup: string): RunStatement {
  const athena = connectAthena();
  return (sql, parameters) => runQuery(athena, { sql, parameters, workgroup, database: lakeDatabase });
}
