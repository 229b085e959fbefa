import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { applyEnvironment, localAccess } from '../../infra/local/environment.ts';
import { localNames } from '../../infra/local/names.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import { type UnitOf, unitChain } from '../../shared/ledger/chain.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { findBreak } from '../../shared/ledger/verify-chain.ts';
import { connectScoreTable, putItems } from '../../shared/score-store/score-table.ts';
import { answered, chainOf, hanoi, received } from '../support/ledger-entries.ts';

/**
 * What a long chain costs, one JSON line per figure: reading it to what stands, and appending to it with its list, at 100
 * and at 10,000 entries in this one run. A chain must answer within a second. `tsx test/bench/ledger.bench.ts`
 */
const lengths = [100, 10_000];
const turns = 7;
const print = (figure: object): void => console.log(JSON.stringify(figure));
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const round = (value: number): number => Number(value.toFixed(1));

/** Half receipts, half their answers. */
function entriesOf(length: number, of: UnitOf): UnitEntry[] {
  const drafts = Array.from({ length }, (_, n) => (n % 2 === 0 ? received(n + 1) : answered((n + 1) / 2)));
  return chainOf(drafts, unitChain(of));
}

/** Laid down at once: to append ten thousand would read half a chain for each. */
async function lay({ ledger }: LedgerDeps, of: UnitOf, entries: UnitEntry[]): Promise<void> {
  const pk = unitChain(of);
  const items = entries.map((entry) => ({ pk, sk: String(entry.number).padStart(8, '0'), ...entry }));
  await putItems(ledger.chains, items);
}

async function medianOf(work: (turn: number) => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const started = performance.now();
    await work(turn);
    times.push(performance.now() - started);
  }
  return median(times);
}

async function measure(deps: LedgerDeps, length: number): Promise<number> {
  const of = { ...hanoi, unit_id: `U${length}` };
  const entries = entriesOf(length, of);
  await lay(deps, of, entries);
  const read = await medianOf(() => readUnit(deps.ledger, of));
  const append = await medianOf((turn) =>
    appendToUnit(deps, of, { cause: `turn ${turn}`, decide: () => received(length + turn) }),
  );
  const verify = await medianOf(() => findBreak(unitChain(of), entries));
  print({
    ...{ figure: 'chain', entries: length, turns, read_ms: round(read), append_ms: round(append) },
    ...{ hashes_ms: round(verify), under_a_second: append < 1_000 },
  });
  return append;
}

const directory = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
const dynamo = await startDynamo({ directory });
applyEnvironment({ ...localAccess, AWS_ENDPOINT_URL_DYNAMODB: dynamo.url });
const deps = { ledger: connectLedger(localNames.LEDGER_TABLE), table: connectScoreTable(localNames.SCORE_TABLE) };
try {
  const times: number[] = [];
  for (const length of lengths) times.push(await measure(deps, length));
  print({ figure: 'append_ratio', of: lengths, ratio: round(times[1]! / times[0]!) });
} finally {
  await dynamo.close();
  await rm(directory, { recursive: true });
}
