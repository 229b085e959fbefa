import { describe, expect, it } from 'vitest';
import { boardRow } from '../../../shared/ledger/board.ts';
import { readBoardRow } from '../../support/board-row.ts';
import { openIntake, unit } from '../../support/intake.ts';
import { chain, formWith, jsonOf, list, send, submit, whole } from '../../support/intake-doors.ts';

describe('lists of the intake', () => {
  it('page a unit’s receipts, newest first, twenty at a time, none twice and none left out', async () => {
    const intake = await openIntake();
    for (let sent = 1; sent <= 43; sent++) await submit(intake, jsonOf({ ...whole, a: `0.${sent}` }));
    const pages: number[][] = [];
    for (let before: number | null = null, isFirst = true; isFirst || before !== null; isFirst = false) {
      const page = await list(intake, before);
      pages.push(page.submissions.map(({ receipt }) => receipt));
      before = page.next_before;
    }
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 3]);
    expect(pages.flat()).toEqual(Array.from({ length: 43 }, (_, place) => 43 - place));
    expect((await list(intake, 1)).submissions).toEqual([]);
  });

  it('show on the board what the chain comes to', async () => {
    const intake = await openIntake();
    await send(intake, await formWith(whole));
    await submit(intake, jsonOf({ ...whole, a: '7' }));
    expect(await readBoardRow(intake.table, unit)).toEqual(
      JSON.parse(JSON.stringify(boardRow(unit.unit_id, await chain(intake)))),
    );
  });
});
