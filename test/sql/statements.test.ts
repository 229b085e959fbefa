import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatSql, readStatements, renderStatements, statementsFile } from '../../infra/sql/render-statements.ts';
import { checkColumns, composeCheck, composeTable } from '../../shared/scoring/sql/compose-statement.ts';
import { lakeTables, outputTables } from '../../shared/scoring/sql/output-tables.ts';
import { lintSql, tablesOf, unfoldedReads } from '../support/lint-sql.ts';

const files = await readStatements();
const textOf = new Map(files);
const checks = outputTables.flatMap(({ table, checks }) => checks.map((check) => ({ table, ...check })));
const composed = [
  ...outputTables.map(({ table }) => [table, composeTable(table)] as const),
  ...checks.map(({ table, check }) => [`${table}/${check}`, composeCheck(table, check)] as const),
];

describe('SQL files of scoring', () => {
  it('are what the bundled module holds; else run `tsx infra/sql/write-statements.ts`', async () => {
    expect(await readFile(statementsFile, 'utf8')).toBe(renderStatements(files));
  });

  it('are each a query or a check of a table, and none is left over', () => {
    const known = [
      ...outputTables.map(({ table }) => `${table}/query`),
      ...checks.map(({ table, check }) => `${table}/checks/${check}`),
    ];
    expect(files.map(([path]) => path)).toEqual(known.sort());
  });

  it.each(files)('%s is in the house format', (_, text) => {
    expect(text).toBe(formatSql(text));
  });

  it.each(files)('%s opens with what it is for', (_, text) => {
    expect(text).toMatch(/^-- .+\n/);
  });

  it.each(files)('%s means the same in Trino and in the local engine', (_, text) => {
    expect(lintSql(text)).toEqual([]);
  });

  it.each(outputTables)('$table reads the tables that it declares', ({ table, reads }) => {
    expect(tablesOf(textOf.get(`${table}/query`)!)).toEqual([...reads].sort());
  });

  it.each(checks)(
    '$table/$check reads the tables that it declares, and says its own name',
    ({ table, check, reads }) => {
      const text = textOf.get(`${table}/checks/${check}`)!;
      expect(tablesOf(text)).toEqual([...reads].sort());
      expect(text).toContain(`'${check}' AS ${checkColumns[1]}`);
    },
  );

  it('hold no number of a methodology: only 0, 1 and the 2 of rounding half up', () => {
    const numbers = files.flatMap(([, text]) => text.replace(/--[^\n]*/g, '').match(/\b\d+\b/g) ?? []);
    expect(new Set(numbers)).toEqual(new Set(['0', '1', '2']));
  });
});

describe('composed statements', () => {
  it.each(composed)(
    '%s is a statement of Trino, one parameter for each table of the lake',
    (_, { sql, parameterCount }) => {
      expect(lintSql(sql)).toEqual([]);
      expect(sql.match(/\?/g)).toHaveLength(parameterCount);
      const imported = [...sql.matchAll(/FROM dti\.(\w+) WHERE run_id = \?/g)].map(([, table]) => table);
      expect(imported).toHaveLength(parameterCount);
      expect(new Set(imported).size).toBe(parameterCount);
    },
  );

  it.each(composed)('%s reads few tables even where every CTE is computed anew, as Trino does', (_, { sql }) => {
    expect(unfoldedReads(sql)).toBeLessThan(25);
  });

  it.each(outputTables)('$table returns its declared columns in a declared order', ({ table, columns, orderBy }) => {
    const names = columns.map(({ name }) => name);
    expect(composeTable(table).sql).toMatch(
      new RegExp(`SELECT ${names.join(', ')} FROM ${table} ORDER BY ${orderBy.join(', ')}$`),
    );
    expect(names).toEqual(expect.arrayContaining(orderBy));
  });

  it('refuses a table that nothing defines', () => {
    expect(() => composeTable('no_such_table')).toThrow(RangeError);
  });

  it('describes every column, for the data dictionary', () => {
    const described = [...outputTables, ...lakeTables].flatMap(({ columns }) => columns);
    expect(described.every(({ description }) => description.length > 0)).toBe(true);
  });
});

describe('unfoldedReads', () => {
  it('counts a table once for every way that leads to it', () => {
    const twice =
      'WITH a AS (SELECT x FROM t), b AS (WITH c AS (SELECT x FROM a) SELECT c.x FROM c INNER JOIN a ON TRUE)';
    expect(unfoldedReads(`${twice} SELECT x FROM b CROSS JOIN u`)).toBe(3);
  });
});

describe('lintSql', () => {
  it.each([
    ['SELECT x::bigint AS x FROM t', '::'],
    ['SELECT `x` AS x FROM t', 'backtick'],
    ['SELECT x / 100.0 AS x FROM t', 'decimal literal'],
    ['SELECT CAST(x AS decimal(9, 4)) AS x FROM t', 'scaled integers'],
    ['SELECT CAST(x AS double) AS x FROM t', 'scaled integers'],
    ['SELECT AVG(x) AS x FROM t', 'an average'],
    ['SELECT SUM(x) AS x FROM t', 'cast to bigint'],
    ['SELECT x / y AS x FROM t', 'divisor y'],
    ['SELECT x % y AS x FROM t', 'divisor y'],
    ['SELECT quantile_cont(x) AS x FROM t', 'quantile_cont()'],
    ['SELECT * FROM t', 'explicit'],
    ['SELECT x FROM t JOIN u ON t.x = u.x', 'written out'],
    ['SELECT x FROM t ORDER BY ALL', 'ALL'],
    ['SELECT x FROM t QUALIFY RANK() OVER (ORDER BY x) = 1', 'not in both'],
    ['SELECT FROM WHERE', 'line 1'],
  ])('objects to %s', (sql, reason) => {
    expect(lintSql(sql)).toContainEqual(expect.stringContaining(reason));
  });
});
