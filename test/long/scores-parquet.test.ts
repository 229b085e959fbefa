import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { scoreRows } from '../../shared/release/open-data/score-rows.ts';
import { renderScoresCsv } from '../../shared/release/open-data/scores-csv.ts';
import { writeScoresParquet } from '../../shared/release/open-data/scores-parquet.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { buildProvinceScoreboard, withMissing } from '../support/scoreboard-builder.ts';

it('an engine that knows decimals reads of scores.parquet exactly what scores.csv says', async () => {
  const rows = scoreRows(withMissing(buildProvinceScoreboard(), 'P04-2025'));
  const folder = await temporaryDirectory();
  await writeFile(join(folder, 'scores.parquet'), writeScoresParquet(rows));
  await writeFile(join(folder, 'scores.csv'), renderScoresCsv(rows));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const parquet = `read_parquet('${folder}/scores.parquet')`;
  const csv = `read_csv('${folder}/scores.csv', all_varchar = true, header = true)`;
  const types = await ask(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${parquet})`);
  expect(Object.fromEntries(types.map(({ column_name, column_type }) => [column_name, column_type]))).toEqual({
    ...{ release: 'VARCHAR', unit_id: 'VARCHAR', measure: 'VARCHAR', state: 'VARCHAR' },
    ...{ value: 'DECIMAL(18,4)', rank: 'BIGINT', n: 'BIGINT' },
  });
  const asText = `SELECT COLUMNS(*)::VARCHAR FROM ${parquet}`;
  expect(await ask(asText)).toEqual(await ask(`SELECT * FROM ${csv}`));
  expect(await ask(`SELECT sum(value)::VARCHAR AS total FROM ${parquet}`)).toEqual(
    await ask(`SELECT sum(value::DECIMAL(18,4))::VARCHAR AS total FROM ${csv}`),
  );
  connection.closeSync();
  instance.closeSync();
});
