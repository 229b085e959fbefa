import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPeriod } from '../../../shared/ledger/fold-period.ts';
import { isInTime, isLate } from '../../../shared/ledger/standing.ts';
import { chainOf, closed, hanoi, minute, moved, opened, reopened } from '../../support/ledger-entries.ts';

const { unit_id } = hanoi;
const moment = fc.integer({ min: 1, max: 30 });

/** The office as a person would keep it: minute by minute, a clock on the wall, and a tray of what came so far. */
function watch(arrival: number, deadline: number | null, moves: Map<number, number>): boolean {
  let due = deadline;
  let isLateNow: boolean | null = null;
  for (let now = 0; now <= 40; now++) {
    const move = moves.get(now);
    if (move !== undefined) {
      due = move;
      // Nobody in the tray becomes late by a move; some stop being it.
      if (isLateNow === true) isLateNow = arrival >= move;
    }
    if (now === arrival) isLateNow = due !== null && arrival >= due;
  }
  return isLateNow!;
}

type Door = { kind: 'close' } | { kind: 'reopen'; until: number };

/** Whether the door was open for the unit when it came; a tray that a reopening on the same closing empties backwards. */
function watchDoor(arrival: number, doors: Map<number, Door>): boolean {
  let isClosed = false;
  let until: number | null = null;
  let counts: boolean | null = null;
  for (let now = 0; now <= 40; now++) {
    const door = doors.get(now);
    if (door?.kind === 'close') {
      if (counts === false) counts = null;
      isClosed = true;
      until = null;
    }
    if (door?.kind === 'reopen' && isClosed) {
      until = door.until;
      if (counts === false && now > arrival) counts = arrival < until;
    }
    if (now === arrival) counts = !isClosed || (until !== null && arrival < until);
    if (counts === null && now > arrival) return false;
  }
  return counts === true;
}

describe('isLate', () => {
  it('is what somebody would have said who watched, over deadlines moved earlier and later', () => {
    const moves = fc.uniqueArray(fc.tuple(moment, moment), { selector: ([at]) => at, maxLength: 5 });
    fc.assert(
      fc.property(moment, fc.option(moment), moves, (arrival, deadline, list) => {
        const inOrder = list.toSorted(([a], [b]) => a - b);
        const terms = deadline === null ? {} : { deadline_at: minute(deadline) };
        const drafts = inOrder.map(([at, to]) => moved(minute(to), minute(at)));
        const period = foldPeriod(chainOf([opened(terms), ...drafts]))!;
        expect(isLate(minute(arrival), period, unit_id)).toBe(watch(arrival, deadline, new Map(list)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('isInTime', () => {
  it('is what somebody would have said who watched the door, over closings and reopenings', () => {
    const door = fc.oneof(
      fc.constant<Door>({ kind: 'close' }),
      moment.map((until): Door => ({ kind: 'reopen', until })),
    );
    const doors = fc.uniqueArray(fc.tuple(moment, door), { selector: ([at]) => at, maxLength: 6 });
    fc.assert(
      fc.property(moment, doors, (arrival, list) => {
        const inOrder = list.toSorted(([a], [b]) => a - b);
        const drafts = inOrder.map(([at, what]) =>
          what.kind === 'close' ? closed(minute(at)) : reopened(unit_id, minute(what.until), minute(at)),
        );
        const period = foldPeriod(chainOf([opened(), ...drafts]))!;
        expect(isInTime(minute(arrival), period, unit_id)).toBe(watchDoor(arrival, new Map(list)));
      }),
      { numRuns: 1_000 },
    );
  });
});
