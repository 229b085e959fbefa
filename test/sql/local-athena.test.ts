import {
  type AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  StartQueryExecutionCommand,
  type StartQueryExecutionCommandOutput,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runQuery } from '../../shared/lake/run-query.ts';
import type { Table } from '../../shared/lake/tables.ts';
import { writeTable } from '../../shared/lake/write-parquet.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';

const describedAs = (name: string, type: 'varchar' | 'bigint' | 'boolean') => ({ name, type, description: name });
const people: Table = {
  table: 'people',
  description: 'people',
  grain: 'person',
  columns: [
    describedAs('name', 'varchar'),
    describedAs('age', 'bigint'),
    describedAs('active', 'boolean'),
    { ...describedAs('note', 'varchar'), nullable: true },
  ],
};
const empty: Table = { ...people, table: 'nobody' };
const endless = `WITH RECURSIVE n (x) AS (SELECT 1 AS x UNION ALL SELECT (x + 1) % 7 FROM n) SELECT COUNT(*) AS total FROM n`;

let lake: AthenaLake;
const person = (name: string, age: bigint) => ({ name, age, active: age > 50n, note: null });

beforeAll(async () => {
  lake = await openAthenaLake([people, empty]);
  await lake.put(people, 'small', [person('Nguyễn Thị Ánh', 41n), person("O'Hà", 9_007_199_254_740_993n)]);
  await lake.put(
    people,
    'large',
    Array.from({ length: 2500 }, (_, n) => person(`P${n}`, BigInt(n))),
  );
});
afterAll(() => lake.close());

const start = (sql: string, more: Record<string, unknown> = {}) =>
  lake.client.send(
    new StartQueryExecutionCommand({ QueryString: sql, QueryExecutionContext: { Database: 'dti' }, ...more }),
  );
const stateOf = async (id: string) =>
  (await lake.client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }))).QueryExecution!;

async function ended(id: string) {
  for (;;) {
    const execution = await stateOf(id);
    if (!['QUEUED', 'RUNNING'].includes(execution.Status!.State!)) return execution;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('local Athena', () => {
  it('answers with the exact values of one run only, NULL apart from empty text', async () => {
    const sql = 'SELECT name, age, active, note FROM dti.people WHERE run_id = ? ORDER BY age';
    expect(await lake.query(sql, ["'small'"])).toEqual({
      columns: ['name', 'age', 'active', 'note'],
      rows: [
        ['Nguyễn Thị Ánh', '41', 'false', null],
        ["O'Hà", '9007199254740993', 'true', null],
      ],
    });
  });

  it('pages through more than a thousand rows without losing or repeating one', async () => {
    const answer = await lake.query('SELECT age FROM people WHERE run_id = ? ORDER BY age', ["'large'"]);
    expect(answer.rows.map(([age]) => age)).toEqual(Array.from({ length: 2500 }, (_, n) => String(n)));
  });

  it('counts the header as a row of the first page, as Athena does', async () => {
    const { QueryExecutionId } = await start("SELECT age FROM people WHERE run_id = 'large' ORDER BY age");
    await ended(QueryExecutionId!);
    const page = (more: object) =>
      lake.client.send(new GetQueryResultsCommand({ QueryExecutionId: QueryExecutionId!, MaxResults: 2, ...more }));
    const first = await page({});
    expect(first.ResultSet!.Rows!.map((row) => row.Data![0]!.VarCharValue)).toEqual(['age', '0']);
    const second = await page({ NextToken: first.NextToken });
    expect(second.ResultSet!.Rows!.map((row) => row.Data![0]!.VarCharValue)).toEqual(['1', '2']);
    await expect(page({ MaxResults: 1001 })).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('is pinned to a run: a query without equality on run_id fails, so nobody scans all history', async () => {
    const unpinned = [
      'SELECT age FROM people',
      "SELECT age FROM people WHERE run_id > 'a'",
      "SELECT age FROM people WHERE run_id = 'small' OR age = 1",
      "SELECT a.age FROM people AS a INNER JOIN people AS b ON a.age = b.age WHERE b.run_id = 'small'",
    ];
    // `nobody` has no file at all, and must not answer before it has one what it refuses after.
    for (const sql of [...unpinned, 'SELECT age FROM nobody']) {
      await expect(lake.query(sql)).rejects.toMatchObject({
        code: 'QUERY_FAILED',
        message: expect.stringContaining('CONSTRAINT_VIOLATION'),
      });
    }
  });

  it('gives no rows for a run or a table that has no file, as an empty prefix does', async () => {
    expect((await lake.query("SELECT age FROM people WHERE run_id = 'never'")).rows).toEqual([]);
    expect((await lake.query("SELECT age FROM nobody WHERE run_id = 'never'")).rows).toEqual([]);
  });

  it('reads a file that is written again within the second, and as long as before, as it is now', async () => {
    const drafts = Array.from({ length: 100 }, (_, turn) =>
      Array.from({ length: 20 + (turn % 3) }, (_, n) => person(`Tỉnh ${(n * 7919 * (turn + 1)) % 9000}`, 1n)),
    );
    const byLength = Map.groupBy(drafts, (rows) => writeTable(people, rows).length);
    const alike = [...byLength.values()].filter((rows) => new Set(rows.map(({ length }) => length)).size > 1);
    expect(alike).not.toEqual([]);
    for (const rows of alike.flat()) {
      await lake.put(people, 'again', rows);
      const { rows: answer } = await lake.query("SELECT name FROM people WHERE run_id = 'again'");
      expect(answer).toEqual(rows.map(({ name }) => [name]));
    }
  });

  it('reads a file as soon as it is written, also in a table that had none', async () => {
    const late = { ...people, table: 'late' };
    const other = await openAthenaLake([late]);
    try {
      const count = "SELECT COUNT(*) AS n FROM late WHERE run_id = 'one'";
      expect((await other.query(count)).rows).toEqual([['0']]);
      await other.put(late, 'one', [person('An', 1n)]);
      expect((await other.query(count)).rows).toEqual([['1']]);
    } finally {
      await other.close();
    }
  });

  it('bills the bytes of the partitions that were read', async () => {
    const scanned = async (run: string) => {
      const { QueryExecutionId } = await start(`SELECT age FROM people WHERE run_id = '${run}'`);
      return (await ended(QueryExecutionId!)).Statistics!.DataScannedInBytes!;
    };
    const [small, large] = [await scanned('small'), await scanned('large')];
    expect(small).toBeGreaterThan(0);
    expect(large).toBeGreaterThan(small);
  });

  it('leaves the answer as CSV at the output location', async () => {
    const { QueryExecutionId } = await start("SELECT name, note FROM people WHERE run_id = 'small' ORDER BY name", {
      ResultConfiguration: { OutputLocation: 's3://lake/athena-results/test' },
    });
    await ended(QueryExecutionId!);
    const csv = Buffer.from(lake.results.get(`lake/athena-results/test/${QueryExecutionId}.csv`)!).toString();
    expect(csv).toBe('"name","note"\n"Nguyễn Thị Ánh",\n"O\'Hà",\n');
  });

  it('takes a question mark inside text or a comment for what it is', async () => {
    const sql = "SELECT name -- who?\nFROM people WHERE run_id = ? AND name <> '?' /* ? */ ORDER BY name";
    expect((await lake.query(sql, ["'small'"])).rows).toHaveLength(2);
  });

  it('never lets a parameter become more than one expression', async () => {
    const injected = lake.query('SELECT age FROM people WHERE run_id = ?', ["'small' OR 1 = 1"]);
    await expect(injected).rejects.toMatchObject({ code: 'QUERY_FAILED' });
  });

  it.each([
    ['the wrong number of parameters', 'SELECT 1 AS x WHERE 1 = ?', ['1', '2']],
    ['a text that does not parse', 'SELEC 1', []],
    ['two statements', 'SELECT 1 AS x; SELECT 2 AS x', []],
    ['a statement that writes', 'CREATE TABLE t AS SELECT 1 AS x', []],
  ])('refuses %s before it starts', async (_, sql, parameters) => {
    await expect(lake.query(sql, parameters)).rejects.toMatchObject({
      name: 'Fault',
      code: 'ATHENA_REFUSED',
      message: expect.stringContaining('InvalidRequestException'),
    });
  });

  it('starts once for a token, and refuses the token for another text', async () => {
    const token = { ClientRequestToken: 'token-0123456789-0123456789-0123456789' };
    const first = await start('SELECT 1 AS x', token);
    expect((await start('SELECT 1 AS x', token)).QueryExecutionId).toBe(first.QueryExecutionId);
    await expect(start('SELECT 2 AS x', token)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('interrupts a query that is stopped, and has no result for it', async () => {
    const { QueryExecutionId } = await start(endless);
    await lake.client.send(new StopQueryExecutionCommand({ QueryExecutionId: QueryExecutionId! }));
    expect((await ended(QueryExecutionId!)).Status!.State).toBe('CANCELLED');
    const results = lake.client.send(new GetQueryResultsCommand({ QueryExecutionId: QueryExecutionId! }));
    await expect(results).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it.each([
    ['integer division', 'SELECT 7 / 2 AS x', '3'],
    ['greatest with NULL', 'SELECT GREATEST(1, CAST(NULL AS integer)) AS x', null],
    ['least with NULL', 'SELECT LEAST(CAST(NULL AS integer), 1) AS x', null],
    ['greatest and least of two', 'SELECT LEAST(GREATEST(1, 5), 3) AS x', '3'],
  ])('has the meaning of Trino in %s', async (_, sql, expected) => {
    expect((await lake.query(sql)).rows).toEqual([[expected]]);
  });

  it('fails where a sum leaves 64 bits, as Trino does', async () => {
    const sql = 'SELECT SUM(x) AS x FROM (VALUES (9223372036854775807), (1)) AS t (x)';
    await expect(lake.query(sql)).rejects.toMatchObject({ code: 'QUERY_FAILED' });
  });
});

/** The same client, beside somebody who stops every query that it starts. */
function stopAfterStart(client: AthenaClient): AthenaClient {
  const send = async (command: { constructor: { name: string } }) => {
    const answer = (await client.send(command as StartQueryExecutionCommand)) as StartQueryExecutionCommandOutput;
    if (command instanceof StartQueryExecutionCommand)
      await client.send(new StopQueryExecutionCommand(answer as never));
    return answer;
  };
  return { send } as unknown as AthenaClient;
}

describe('runQuery', () => {
  const options = { parameters: [], workgroup: 'dti', database: 'dti', pollMs: 5 };

  it('names a query that failed, with the reason', async () => {
    await expect(lake.query('SELECT x FROM no_such_table')).rejects.toMatchObject({
      name: 'Fault',
      code: 'QUERY_FAILED',
      message: expect.stringContaining('no_such_table'),
    });
  });

  it('stops a query at its timeout, because it would go on scanning', async () => {
    const late = runQuery(lake.client, { ...options, sql: endless, timeoutMs: 50 });
    await expect(late).rejects.toMatchObject({ name: 'RetryableFault', code: 'QUERY_TIMED_OUT' });
    const id = /query (\S+) was/.exec(String(await late.catch((fault: Error) => fault.message)))![1]!;
    expect((await stateOf(id)).Status!.State).toBe('CANCELLED');
  });

  it('says so when somebody else stopped the query', async () => {
    const stopped = stopAfterStart(lake.client);
    await expect(runQuery(stopped, { ...options, sql: endless })).rejects.toMatchObject({
      name: 'Fault',
      code: 'QUERY_CANCELLED',
    });
  });

  it('is worth another try when Athena does not answer', async () => {
    const gone = await openAthenaLake([people]);
    await gone.close();
    await expect(runQuery(gone.client, { ...options, sql: 'SELECT 1 AS x' })).rejects.toMatchObject({
      name: 'RetryableFault',
      code: 'ATHENA_UNAVAILABLE',
    });
  });
});
