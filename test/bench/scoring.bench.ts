import { GetQueryExecutionCommand } from '@aws-sdk/client-athena';
import { progressOn } from '../../infra/local/commands/show.ts';
import type { Indicator } from '../../shared/frameworks/framework.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { tableOf } from '../../shared/lake/tables.ts';
import { compareScores } from '../../shared/scoring/compare-scores.ts';
import { computeWithSql, runChecks } from '../../shared/scoring/compute-with-sql.ts';
import { type FrozenTable, freezeTables } from '../../shared/scoring/freeze-tables.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { ScoringInputs } from '../../shared/scoring/scores.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';

/**
 * Cost of scoring every commune of the country, one JSON line per figure: the SQL on a quarter of the units and on all,
 * the same with 40 periods in the lake, its checks, the TypeScript scorer, and how they compare in this one run.
 * `tsx test/bench/scoring.bench.ts`
 */
const communes = 3_321;
const periods = 40;
const framework = await loadFramework('dti-commune-2025');
/** Beside the figures, which are piped. */
const progress = progressOn(process.stderr);
const print = (figure: object): void => console.log(JSON.stringify(figure));

/** Figures that differ from unit to unit, within what each input allows. */
function declare({ rule, tiers = [], inputs }: Indicator, input: Indicator['inputs'][number], unit: number): string {
  const place = inputs.indexOf(input);
  if (rule === 'role_tiers') return tiers[unit % tiers.length]!.key;
  if (input.maximum === '1') return `${(unit + place) % 2}`;
  return input.input === 'denominator' || input.input === 'previous' ? `${900 + (unit % 97)}` : `${(unit * 7) % 900}`;
}

function roundOf(unitCount: number): ScoringInputs {
  const units = Array.from({ length: unitCount }, (_, n) => ({
    unit_id: `U${String(n).padStart(4, '0')}`,
    name_vi: `Xã ${n}`,
    submitted: true,
    ranked: true,
  }));
  const observations = units.flatMap(({ unit_id }, n) =>
    framework.indicators.flatMap((indicator) =>
      indicator.inputs.map((input) => ({
        ...{ unit_id, indicator: indicator.indicator, input: input.input, value: declare(indicator, input, n) },
        ...{ submission_sha256: 'a'.repeat(64), sheet: 'Khai báo', cell: 'E5' },
      })),
    ),
  );
  return { framework, units, observations };
}

async function timed<Result>(work: () => Promise<Result> | Result): Promise<{ ms: number; result: Result }> {
  const started = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - started), result };
}

async function lay(lake: AthenaLake, runId: string, tables: FrozenTable[]): Promise<void> {
  for (const { table, rows } of tables) await lake.put(tableOf(table), runId, rows);
}

/** Ids of the queries that this client starts from now on. */
function watchQueries(lake: AthenaLake): string[] {
  const ids: string[] = [];
  lake.client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const { QueryExecutionId: id } = answer.output as { QueryExecutionId?: string };
      if (context.commandName === 'StartQueryExecutionCommand' && id) ids.push(id);
      return answer;
    },
    { step: 'initialize' },
  );
  return ids;
}

async function scannedBytes(lake: AthenaLake, ids: string[]): Promise<number> {
  const answers = await Promise.all(
    ids.splice(0).map((id) => lake.client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }))),
  );
  return answers.reduce((sum, answer) => sum + (answer.QueryExecution?.Statistics?.DataScannedInBytes ?? 0), 0);
}

async function scoreWithSql(lake: AthenaLake, ids: string[], figure: string, runId: string, units: number) {
  const { ms, result } = await timed(() => computeWithSql(lake, runId, framework));
  print({ figure, units, indicators: framework.indicators.length, ms, bytes_scanned: await scannedBytes(lake, ids) });
  return { ms, scores: result };
}

const lake = await openAthenaLake(lakeTables);
try {
  const ids = watchQueries(lake);
  const [quarter, whole] = [roundOf(Math.round(communes / 4)), roundOf(communes)];
  const frozen = await timed(() => freezeTables(whole));
  print({ figure: 'freeze', units: communes, observations: whole.observations.length, ms: frozen.ms });
  await lay(lake, 'quarter', freezeTables(quarter));
  await lay(lake, 'whole', frozen.result);

  await computeWithSql(lake, 'quarter', framework);
  ids.length = 0;
  const few = await scoreWithSql(lake, ids, 'sql_quarter', 'quarter', quarter.units.length);
  const all = await scoreWithSql(lake, ids, 'sql', 'whole', communes);
  const checks = await timed(() => runChecks(lake.query, 'whole'));
  print({ figure: 'sql_checks', units: communes, ms: checks.ms, rows: checks.result.length });
  ids.length = 0;
  for (let period = 1; period < periods; period++) {
    await lay(lake, `period-${period}`, frozen.result);
    progress.show('laying periods', { done: period, of: periods - 1 });
  }
  progress.end();
  const late = await scoreWithSql(lake, ids, `sql_with_${periods}_periods`, 'whole', communes);

  const reference = await timed(() => scoreReference(whole));
  const differences = compareScores(all.scores, reference.result).length;
  print({ figure: 'typescript', units: communes, ms: reference.ms, differences });
  const ratio = (a: number, b: number) => Number((a / b).toFixed(2));
  print({
    figure: 'ratios',
    whole_to_quarter: ratio(all.ms, few.ms),
    with_history_to_without: ratio(late.ms, all.ms),
    sql_to_typescript: ratio(all.ms, reference.ms),
  });
} finally {
  await lake.close();
}
