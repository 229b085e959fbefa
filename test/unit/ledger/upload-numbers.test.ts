import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import {
  lastUploadNumber,
  nextUploadNumber,
  pendingNumber,
  takeDailyPlace,
} from '../../../shared/ledger/upload-numbers.ts';
import type { ScoreTable } from '../../../shared/score-store/score-table.ts';
import { hanoi } from '../../support/ledger-entries.ts';
import { openScoreTable } from '../../support/score-table.ts';

/** A unit that has sent nothing yet. */
const nothing = foldUnit([]);
const hue = { ...hanoi, unit_id: 'P46-2025' };

/** A form of a quarter of an hour. */
const asked = {
  sha256: 'a',
  asked_at: '2026-10-01T03:00:00.000Z',
  until: '2026-10-01T03:15:00.000Z',
  settled: 0,
};

function sleeping() {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  return { asleep, wake };
}

/** The same table, whose writer sleeps between taking a number and noting it as the unit's last, until `awake`. */
function slow({ client, name }: ScoreTable, awake: Promise<unknown>, tellDrawn = () => {}): ScoreTable {
  const send = async (command: UpdateCommand) => {
    const isDraw = command.input.Key?.sk === 'COUNTER';
    if (command instanceof UpdateCommand && !isDraw) await awake;
    return client.send(command).finally(isDraw ? tellDrawn : undefined);
  };
  return { name, client: Object.assign(Object.create(client), { send }) };
}

describe('upload numbers', () => {
  it('are given out once over all units of a period, however many ask at once', async () => {
    const table = await openScoreTable();
    const given = await Promise.all(
      [...Array(12).keys()].map((n) => nextUploadNumber(table, n % 2 === 0 ? hanoi : hue, nothing)),
    );
    expect(given.sort((a, b) => a - b)).toEqual([...Array(12).keys()].map((n) => n + 1));
    expect(await lastUploadNumber(table, { ...hanoi, period: '2023' })).toBe(0);
  });

  it('never go back: who took a smaller one and is slow to note it leaves the greater one the unit’s last', async () => {
    const table = await openScoreTable();
    const { asleep, wake } = sleeping();
    const drawn = sleeping();
    const first = nextUploadNumber(slow(table, asleep, drawn.wake), hanoi, nothing);
    await drawn.asleep;
    const later = await nextUploadNumber(table, hanoi, nothing);
    wake();
    expect(await first).toBeLessThan(later);
    expect(await lastUploadNumber(table, hanoi)).toBe(later);
  });

  it('are one for two who ask for a form of the same file at once, whoever notes it first', async () => {
    const table = await openScoreTable();
    const { asleep, wake } = sleeping();
    const slower = nextUploadNumber(slow(table, asleep), hanoi, nothing, asked);
    const faster = await nextUploadNumber(table, hanoi, nothing, asked);
    wake();
    expect(await slower).toBe(faster);
    expect(await pendingNumber(table, hanoi, asked)).toBe(faster);
  });

  it.each([
    ['another file', { sha256: 'b' }],
    ['the form can no longer be posted', { asked_at: asked.until }],
    ['the file of it is done with', { settled: 1 }],
  ])('are another one when %s', async (_, changes) => {
    const table = await openScoreTable();
    expect(await nextUploadNumber(table, hanoi, nothing, asked)).toBe(1);
    const later = { ...asked, until: '2026-10-01T03:30:00.000Z', ...changes };
    expect(await pendingNumber(table, hanoi, later)).toBeNull();
    expect(await nextUploadNumber(table, hanoi, nothing, later)).toBe(2);
  });

  it('are the same one as long as a form that was signed for it may be posted, whoever it was signed for', async () => {
    const table = await openScoreTable();
    await nextUploadNumber(table, hanoi, nothing, asked);
    const second = { ...asked, asked_at: '2026-10-01T03:14:00.000Z', until: '2026-10-01T03:29:00.000Z' };
    expect(await pendingNumber(table, hanoi, second)).toBe(1);
    const third = { ...asked, asked_at: '2026-10-01T03:16:00.000Z', until: '2026-10-01T03:31:00.000Z' };
    expect(await nextUploadNumber(table, hanoi, nothing, third)).toBe(1);
  });

  it('are another one after a table, which the file then has to follow', async () => {
    const table = await openScoreTable();
    await nextUploadNumber(table, hanoi, nothing, asked);
    await nextUploadNumber(table, hanoi, nothing);
    expect(await nextUploadNumber(table, hanoi, nothing, asked)).toBe(3);
  });

  it('stop at the places of a day, also for many at once, and begin anew the next day', async () => {
    const table = await openScoreTable();
    const take = (day: string) => takeDailyPlace(table, hanoi, day, 3);
    const taken = await Promise.all([...Array(8).keys()].map(() => take('2026-10-05')));
    expect(taken.filter((isTaken) => isTaken)).toHaveLength(3);
    expect(await take('2026-10-05')).toBe(false);
    expect(await take('2026-10-06')).toBe(true);
  });
});
