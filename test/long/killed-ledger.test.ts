import { expect, it } from 'vitest';
import { localCredentials, localRegion } from '../../infra/local/names.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { boardRow } from '../../shared/ledger/board.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { readChanged } from '../../shared/ledger/change-index.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { findBreak } from '../../shared/ledger/verify-chain.ts';
import { readBoardRow } from '../support/board-row.ts';
import { runScript } from '../support/commands.ts';
import { openLedger } from '../support/ledger.ts';
import { hanoi } from '../support/ledger-entries.ts';
import { lifeOfUnit, liveSerially, liveThrough, withoutLink } from '../support/ledger-operations.ts';

/** Each entry reads the chain, notes that the chain changes, puts itself and keeps the list. */
const calls = lifeOfUnit.length * 4;
const kills = Array.from({ length: calls }, (_, n) => n + 1);

it('a process killed at any call of a table leaves the chain whole, and the same calls again end as if it never was', async () => {
  const deps = await openLedger();
  const environment = {
    AWS_ENDPOINT_URL_DYNAMODB: deps.url,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  };
  const hourAgo = new Date(Date.now() - 3_600_000);
  const killAt = async (nth: number) => {
    const of = { ...hanoi, unit_id: `U${nth}` };
    const env = { ...environment, KILL_NTH: `${nth}` };
    const { signal, status, stderr } = await runScript('test/support/killed-appender.ts', [of.unit_id], env);
    const left = await readChain<UnitEntry>(deps.ledger, unitChain(of));
    expect(findBreak(unitChain(of), left)).toBeNull();
    const noted = (await readChanged(deps.table, hourAgo, new Date())).includes(unitChain(of));
    await liveThrough(deps, of, lifeOfUnit);
    const entries = await readChain<UnitEntry>(deps.ledger, unitChain(of));
    expect(findBreak(unitChain(of), entries)).toBeNull();
    expect(entries.map(withoutLink)).toEqual(liveSerially(lifeOfUnit).map(withoutLink));
    expect(await readBoardRow(deps.table, of)).toEqual(boardRow(of.unit_id, entries));
    return { nth, signal, status, stderr, entries: left.length, isLost: left.length > 0 && !noted };
  };
  const ended = await mapConcurrently([...kills, calls + 1], 2, killAt);
  expect(ended.map(({ nth, signal, entries }) => [nth, signal, entries])).toEqual([
    // Before the fourth call of each four the entry stands already.
    ...kills.map((nth) => [nth, 'SIGKILL', Math.floor(nth / 4)]),
    [calls + 1, null, lifeOfUnit.length],
  ]);
  // Whatever stands, the next commitment looks at.
  expect(ended.filter(({ isLost }) => isLost)).toEqual([]);
  expect(ended.at(-1)).toMatchObject({ status: 0, stderr: '' });
});
