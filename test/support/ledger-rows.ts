import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalJson } from '../../shared/digest/canonical-json.ts';
import { appendToPeriod, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { ItemKey, ScoreTable } from '../../shared/score-store/score-table.ts';
import { closed, hanoi, minute, opened } from './ledger-entries.ts';
import { answer, certify, liveThrough, receive } from './ledger-operations.ts';

/** A hand in the table that no function has. */
export type Item = ItemKey & Record<string, unknown>;

/** Every item, a text each. */
export async function itemsOf({ client, name }: ScoreTable): Promise<Item[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
  return Items as Item[];
}

export const textsOf = async (table: ScoreTable): Promise<string[]> => (await itemsOf(table)).map(canonicalJson).sort();

export const overwrite = ({ client, name }: ScoreTable, item: Item) =>
  client.send(new PutCommand({ TableName: name, Item: item }));

export const remove = ({ client, name }: ScoreTable, { pk, sk }: ItemKey) =>
  client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }));

/** A period and three units of it: 2 + 3 × 3 entries in four chains, four rows, and a foreign item beside these. */
export async function fillLedger(deps: LedgerDeps): Promise<void> {
  await overwrite(deps.table, { pk: 'SCORES#run', sk: 'P01', value: 1 });
  await appendToPeriod(deps, hanoi, { cause: 'open', decide: () => opened({ deadline_at: minute(50) }) });
  for (const unit_id of ['P01', 'P02', 'P03'])
    await liveThrough(deps, { ...hanoi, unit_id }, [receive(1), answer('a'), certify('a')]);
  await appendToPeriod(deps, hanoi, { cause: 'close', decide: () => closed(minute(60)) });
}
