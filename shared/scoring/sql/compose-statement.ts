import { lakeDatabase, type Table } from '../../lake/tables.ts';
import { lakeTables, outputTables } from './output-tables.ts';
import { statements } from './statements.generated.ts';

/** One statement for one answer; `parameterCount` times the run id, as text literals. */
export interface Statement {
  sql: string;
  parameterCount: number;
}

/** Columns of every check's answer. */
export const checkColumns = ['severity', 'check_name', 'unit_id', 'measure', 'detail'];

/**
 * The statement that computes an output table. Every table it builds on stands in front as a CTE: one of the lake as a
 * selection of the run, another as its own query. The text holds no value.
 *
 * @param lake tables that are read, not computed; tests give more of them
 */
export function composeTable(name: string, lake: Table[] = lakeTables): Statement {
  const table = outputTable(name);
  const given = lake.filter((candidate) => candidate.table !== name);
  return compose([name], given, `SELECT ${columnList(table)} FROM ${name} ORDER BY ${table.orderBy.join(', ')}`);
}

/** The statement of a check, over what was scored and kept. */
export function composeCheck(name: string, check: string, given: Table[] = lakeTables): Statement {
  const { reads } = outputTable(name).checks.find((candidate) => candidate.check === check)!;
  const own = commonTable('findings', statementText(`${name}/checks/${check}`));
  const columns = checkColumns.join(', ');
  return compose(reads, given, `SELECT ${columns} FROM findings ORDER BY ${columns}`, own);
}

function compose(reads: string[], given: Table[], select: string, ...last: string[]): Statement {
  const order = buildingOrder(reads, given);
  const imports = order.filter((name) => isGiven(name, given));
  const tables = order.map((name) => commonTable(name, importQuery(name, given) ?? statementText(`${name}/query`)));
  return { sql: `WITH\n${[...tables, ...last].join(',\n')}\n${select}`, parameterCount: imports.length };
}

const commonTable = (name: string, query: string) => `${name} AS (\n${query.trim()}\n)`;

/** Each table once, after those it reads. */
function buildingOrder(names: string[], given: Table[]): string[] {
  const below = (name: string): string[] =>
    isGiven(name, given) ? [name] : [...outputTable(name).reads.flatMap(below), name];
  return [...new Set(names.flatMap(below))];
}

const isGiven = (name: string, given: Table[]) => given.some(({ table }) => table === name);

function importQuery(name: string, given: Table[]): string | null {
  const table = given.find((candidate) => candidate.table === name);
  return table ? `SELECT ${columnList(table)} FROM ${lakeDatabase}.${name} WHERE run_id = ?` : null;
}

const columnList = ({ columns }: Table) => columns.map(({ name }) => name).join(', ');

function outputTable(name: string) {
  const table = outputTables.find((candidate) => candidate.table === name);
  if (!table) throw new RangeError(`No table ${name} is frozen or computed`);
  return table;
}

function statementText(path: string): string {
  const text = statements[path];
  if (text === undefined) throw new RangeError(`No statement ${path}; run infra/sql/write-statements.ts`);
  return text;
}
