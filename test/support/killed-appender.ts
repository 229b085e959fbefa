import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { localNames } from '../../infra/local/names.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { hanoi } from './ledger-entries.ts';
import { lifeOfUnit, liveThrough } from './ledger-operations.ts';

/**
 * A process for a test to lose: lives through the life of the unit named and dies, without a word to anyone, before its
 * `KILL_NTH` call of a table. Ends with status 0 when there are not that many.
 */
const [unit_id] = process.argv.slice(2) as [string];
let left = Number(process.env.KILL_NTH);

const prototype = DynamoDBDocumentClient.prototype as unknown as { send(...args: unknown[]): Promise<unknown> };
const send = prototype.send;
prototype.send = function (...args) {
  if (--left === 0) process.kill(process.pid, 'SIGKILL');
  return send.apply(this, args);
};

const { LEDGER_TABLE, SCORE_TABLE } = localNames;
const deps = { ledger: connectLedger(LEDGER_TABLE), table: connectScoreTable(SCORE_TABLE) };
await liveThrough(deps, { ...hanoi, unit_id }, lifeOfUnit);
