import { join } from 'node:path';
import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import { connectLedger } from '../../../shared/ledger/ledger.ts';
import { connectScoreTable } from '../../../shared/score-store/score-table.ts';
import { startDynamo } from '../dynamodb.ts';
import { applyEnvironment, localAccess } from '../environment.ts';
import { localNames } from '../names.ts';
import { required, UsageError } from './run-command.ts';
import { findState, withLockedState } from './state-of-machine.ts';

const text = { type: 'string' } as const;

/** Where the ledger lies: a state directory of this machine, or two tables of an account. */
export const ledgerOptions = { state: text, 'ledger-table': text, 'score-table': text };
export type LedgerOptions = Partial<Record<keyof typeof ledgerOptions, string>>;

export const ledgerUsage = '[--state DIR | --ledger-table NAME --score-table NAME]';

type Work = (deps: LedgerDeps) => Promise<number>;

/** Tables of an account by the credentials in the usual place; else those of the state directory, by engines of its own. */
export function withLedger(options: LedgerOptions, work: Work): Promise<number> {
  const { state, 'ledger-table': ledgerTable, 'score-table': scoreTable } = options;
  if (ledgerTable === undefined && scoreTable === undefined) return withState(findState(state), work);
  if (state !== undefined)
    throw new UsageError('--state hoặc tên hai bảng, không cả hai', '--state or the names of two tables, not both');
  return onTables(required(ledgerTable, '--ledger-table'), required(scoreTable, '--score-table'), work);
}

const onTables = (ledgerTable: string, scoreTable: string, work: Work): Promise<number> =>
  work({ ledger: connectLedger(ledgerTable), table: connectScoreTable(scoreTable) });

const withState = (directory: string, work: Work): Promise<number> =>
  withLockedState(directory, async () => {
    const dynamo = await startDynamo({ directory: join(directory, 'dynamodb') });
    const restore = applyEnvironment({ ...localAccess, AWS_ENDPOINT_URL_DYNAMODB: dynamo.url });
    try {
      return await onTables(localNames.LEDGER_TABLE, localNames.SCORE_TABLE, work);
    } finally {
      restore();
      await dynamo.close();
    }
  });
