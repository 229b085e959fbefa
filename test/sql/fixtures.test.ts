import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frozenTables } from '../../shared/lake/tables.ts';
import { composeCheck, composeTable, type Statement } from '../../shared/scoring/sql/compose-statement.ts';
import { outputTables } from '../../shared/scoring/sql/output-tables.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';
import { everyTable, readSqlFixture, type SqlFixture } from '../support/sql-fixture.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const foldersIn = async (path: string) => (await readdir(join(fixtures, path))).sort().map((name) => join(path, name));
const cases = async (path: string, depth: number): Promise<string[]> =>
  depth === 0 ? [path] : (await Promise.all((await foldersIn(path)).map((folder) => cases(folder, depth - 1)))).flat();

const tableCases = await cases('tables', 2);
const checkCases = await cases('checks', 3);

let lake: AthenaLake;
beforeAll(async () => {
  lake = await openAthenaLake(everyTable);
});
afterAll(() => lake.close());

/** A computed table that a fixture gives is read from its file, so that a case needs no tables further down. */
const givenTables = ({ inputs }: SqlFixture) => [...new Set([...frozenTables, ...inputs.map(({ table }) => table)])];

async function answerOf(folder: string, fixture: SqlFixture, { sql, parameterCount }: Statement) {
  for (const { table, rows } of fixture.inputs) await lake.put(table, folder, rows);
  return lake.query(sql, Array(parameterCount).fill(`'${folder}'`));
}

describe('tables of scoring SQL', () => {
  it.each(tableCases)('%s', async (path) => {
    const fixture = await readSqlFixture(join(fixtures, path));
    const [, table = '', name = ''] = path.split('/');
    const answer = await answerOf(name, fixture, composeTable(table, givenTables(fixture)));
    expect(answer).toEqual(fixture.expected);
  });
});

describe('checks of scoring SQL', () => {
  it.each(checkCases)('%s', async (path) => {
    const fixture = await readSqlFixture(join(fixtures, path));
    const [, table = '', check = '', name = ''] = path.split('/');
    const answer = await answerOf(name, fixture, composeCheck(table, check, givenTables(fixture)));
    expect(answer).toEqual(fixture.expected);
  });

  it('has a fixture for every table and every check, because one without could never be seen to fail', () => {
    const tested = new Set(checkCases.map((path) => path.split('/').slice(1, 3).join('/')));
    const known = outputTables.flatMap(({ table, checks }) => checks.map(({ check }) => `${table}/${check}`));
    expect([...tested].sort()).toEqual(known.sort());
    expect(new Set(tableCases.map((path) => path.split('/')[1]))).toEqual(
      new Set(outputTables.map(({ table }) => table)),
    );
  });
});
