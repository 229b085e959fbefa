import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { getItem, putItemOnce, queryItems, type ScoreTable } from '../../../shared/score-store/score-table.ts';
import { openScoreTable } from '../../support/score-table.ts';

/** The same table, with what is asked of it. */
function watched({ client, name }: ScoreTable): { table: ScoreTable; asked: (GetCommand | QueryCommand)[] } {
  const asked: (GetCommand | QueryCommand)[] = [];
  const send = (command: object) => {
    if (command instanceof GetCommand || command instanceof QueryCommand) asked.push(command);
    return client.send(command as GetCommand);
  };
  return { table: { name, client: Object.assign(Object.create(client), { send }) }, asked };
}

describe('reading', () => {
  // The engine of one machine is always consistent: what was asked for shows in the command alone.
  it('is strongly consistent, item and chain, so that a step sees what the step before wrote', async () => {
    const { table, asked } = watched(await openScoreTable());
    await getItem(table, { pk: 'a', sk: 'b' });
    await queryItems(table, 'a');
    await readChain({ chains: table }, 'LEDGER#province34#2024');
    expect(asked.map(({ input }) => input.ConsistentRead)).toEqual([true, true, true]);
  });

  it('reads every page', async () => {
    const table = await openScoreTable();
    const big = 'x'.repeat(300_000);
    for (let n = 0; n < 5; n++) await putItemOnce(table, { pk: 'a', sk: `${n}`, ...{ n, big } });
    expect((await queryItems<{ n: number }>(table, 'a')).map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('putItemOnce', () => {
  it('leaves what is there, and says so', async () => {
    const table = await openScoreTable();
    const key = { pk: 'a', sk: 'b' };
    expect(await putItemOnce(table, { ...key, ...{ said: 'first' } })).toBe(true);
    expect(await putItemOnce(table, { ...key, ...{ said: 'second' } })).toBe(false);
    expect(await getItem(table, key)).toEqual({ said: 'first' });
  });
});
