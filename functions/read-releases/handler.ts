import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer } from '../../shared/http/messages.ts';
import { requiredParameters } from '../../shared/http/query-parameters.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { readReleaseList } from './read-releases.ts';

const deps = { ledger: connectLedger(readEnvironment('LEDGER_TABLE').LEDGER_TABLE) };

export const handler = signedInFunction(async (event, caller) =>
  answer(200, await readReleaseList(requiredParameters(event, 'group', 'period'), caller, deps)),
);
