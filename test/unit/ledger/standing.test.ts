import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/ledger/entry.ts';
import { foldPeriod } from '../../../shared/ledger/fold-period.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import type { PeriodEntry } from '../../../shared/ledger/period-entry.ts';
import { acceptedBefore, standingOf } from '../../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import {
  answered,
  certified,
  chainOf,
  checkedAgain,
  closed,
  decision,
  hanoi,
  minute,
  moved,
  opened,
  question,
  received,
  reopened,
  reply,
  returned,
} from '../../support/ledger-entries.ts';

const { unit_id } = hanoi;
const standing = (unit: Draft<UnitEntry>[], period: Draft<PeriodEntry>[] = [opened()]) =>
  standingOf(foldUnit(chainOf(unit)), foldPeriod(chainOf(period))!, unit_id);
const form: Draft<UnitEntry> = {
  ...{ kind: 'opened', at: minute(1), subject: 'p-officer', role: 'officer' },
  about: { framework_sha256: 'f'.repeat(64) },
};

describe('the state of a unit', () => {
  it.each<[string, Draft<UnitEntry>[]]>([
    ['missing', []],
    ['opened', [form]],
    ['opened', [received(1)]],
    ['rejected', [received(1), answered(1, null)]],
    ['accepted', [received(1), answered(1, null), received(2), answered(2)]],
    ['accepted', [received(1), answered(1), received(2), answered(2, null)]],
    ['certified', [received(1), answered(1), certified(1)]],
  ])('is %s', (state, unit) => expect(standing(unit).state).toBe(state));

  it('is not rejected where what was accepted came after the closing', () => {
    const late = standing([received(9, minute(9)), answered(1)], [opened(), closed(minute(5))]);
    expect(late).toMatchObject({ state: 'opened', current: null });
  });
});

describe('a unit in question', () => {
  const sent = [received(1), answered(1, 'A')];
  const waiting = (...entries: Draft<UnitEntry>[]) =>
    standing([...sent, ...entries]).questions.map((one) => one.question);
  const plan = question({ indicator: 'plan', figures: 'A' });

  it('is so until it replies to each question', () => {
    expect(waiting()).toEqual([]);
    expect(waiting(question(), plan)).toEqual([1, 2]);
    expect(waiting(question(), plan, reply(2))).toEqual([1]);
    expect(waiting(question(), reply(1), reply(1))).toEqual([]);
  });

  it('is not by what was asked about figures that it has replaced; without figures it still is', () => {
    expect(waiting(plan, question(), received(2), answered(2, null))).toEqual([1, 2]);
    expect(waiting(plan, question(), received(2), answered(2, 'B'))).toEqual([2]);
    expect(waiting(plan, question(), received(2), answered(2, 'A'))).toEqual([1, 2]);
  });

  it('is not where the indicator was decided since, and is where it was before', () => {
    expect(waiting(decision('A', ['plan']), plan)).toEqual([1]);
    expect(waiting(plan, decision('A', ['online']))).toEqual([1]);
    expect(waiting(plan, decision('A', ['plan']))).toEqual([]);
  });

  it('counts all the same, as a receipt that was sent back does', () => {
    const { state, current } = standing([...sent, plan, returned(1)]);
    expect([state, current?.receipt, current?.returned?.subject]).toEqual(['accepted', 1, 'p-certifier']);
  });
});

describe('what counts', () => {
  it('is the accepted receipt of the greatest upload number, in whatever order they came', () => {
    const unit = [received(1), answered(1), received(3), answered(2), received(2), answered(3), received(4)];
    expect(standing(unit).current?.upload_number).toBe(3);
    expect(acceptedBefore(foldUnit(chainOf(unit)), 3)?.upload_number).toBe(2);
    expect(acceptedBefore(foldUnit(chainOf(unit)), 1)).toBeNull();
  });

  it('stays what it was when a receipt is checked again under rules that refuse it', () => {
    const { current, state } = standing([received(1), answered(1), checkedAgain(1, false)]);
    expect([current?.receipt, state]).toEqual([1, 'accepted']);
  });

  it('is the newest certified one where the period asks for it; a newer one waits', () => {
    const unit = [received(1), answered(1), certified(1), received(2), answered(2)];
    const asked = [opened({ certification: 'required' })];
    expect(standing(unit, asked)).toMatchObject({ current: { receipt: 1 }, waiting: { receipt: 2 } });
    expect(standing([...unit, certified(2)], asked)).toMatchObject({ current: { receipt: 2 }, waiting: null });
    expect(standing(unit)).toMatchObject({ state: 'accepted', current: { receipt: 2 }, waiting: null });
    const none = standing([received(1), answered(1)], asked);
    expect(none).toMatchObject({ state: 'accepted', current: null, waiting: { receipt: 1 } });
  });
});

describe('a closing', () => {
  const unit = (at: number) => [received(1), answered(1), received(2, minute(at)), answered(2)];
  const round = [opened(), closed(minute(20)), reopened(unit_id, minute(40), minute(25)), closed(minute(50))];
  const currentAt = (at: number, period: Draft<PeriodEntry>[]) => standing(unit(at), period).current?.receipt;

  it.each([
    [19, 2, 'before it'],
    [20, 1, 'at the very moment'],
    [30, 1, 'after it'],
  ])('at minute 20, a receipt of minute %i: receipt %i counts (%s)', (at, receipt) =>
    expect(currentAt(at, round.slice(0, 2))).toBe(receipt),
  );

  it.each([
    [22, 2, 'between closing and reopening: it is what the unit was reopened for'],
    [30, 2, 'within the day given'],
    [40, 1, 'at the end of the day given'],
    [45, 1, 'after it, although the period is not closed yet'],
    [55, 1, 'after the second closing'],
  ])('and a reopening from 25 to 40, closed again at 50: of minute %i, receipt %i counts (%s)', (at, receipt) =>
    expect(currentAt(at, round)).toBe(receipt),
  );

  it('holds for the others when one unit is reopened', () => {
    const others = [opened(), closed(minute(20)), reopened('P02', minute(40), minute(25))];
    expect(standing(unit(30), others)).toMatchObject({ current: { receipt: 1 }, reopened_until: null });
  });

  it('cuts a reopening short', () => {
    const early = [opened(), closed(minute(20)), reopened(unit_id, minute(40), minute(25)), closed(minute(30))];
    expect(currentAt(29, early)).toBe(2);
    expect(currentAt(35, early)).toBe(1);
    expect(standing(unit(35), early).reopened_until).toBeNull();
  });

  it('is lifted until the newest day given, which takes nothing from what came before it was given', () => {
    const shorter = [...round.slice(0, 3), reopened(unit_id, minute(33), minute(30))];
    expect([28, 32, 35].map((at) => currentAt(at, shorter))).toEqual([2, 2, 1]);
    expect(standing(unit(28), shorter).reopened_until).toBe(minute(33));
    const tooLate = [...round.slice(0, 3), reopened(unit_id, minute(27), minute(30))];
    expect([28, 31].map((at) => currentAt(at, tooLate))).toEqual([2, 1]);
    const longer = [...round.slice(0, 3), reopened(unit_id, minute(48), minute(45))];
    expect([35, 42, 47].map((at) => currentAt(at, longer))).toEqual([2, 2, 2]);
  });

  it('makes nobody late who is reopened: they have a day of their own', () => {
    const due = [opened({ deadline_at: minute(10) }), ...round.slice(1, 3)];
    expect(standing(unit(30), due)).toMatchObject({ current: { receipt: 2 }, late: false });
    expect(standing(unit(15), due)).toMatchObject({ current: { receipt: 2 }, late: true });
  });
});

describe('lateness', () => {
  const lateAt = (at: number, ...period: Draft<PeriodEntry>[]) =>
    standing([received(1, minute(at)), answered(1)], period).late;

  it('begins with the deadline, the first instant after the last day', () => {
    const due = opened({ deadline_at: minute(10) });
    expect([9, 10, 11].map((at) => lateAt(at, due))).toEqual([false, true, true]);
    expect(lateAt(999, opened())).toBe(false);
  });

  it('is of the receipt that counts: A, then B, the deadline, then A again makes the third late and no other', () => {
    const due = [opened({ deadline_at: minute(10) })];
    const unit = [received(1), answered(1, 'A'), received(2), answered(2, 'B'), received(11), answered(3, 'A')];
    expect(standing(unit, due)).toMatchObject({ late: true, current: { receipt: 3 } });
    expect(standing(unit.slice(0, 2), due).late).toBe(false);
  });

  it('goes when the deadline is moved later, and does not come when it is moved earlier afterwards', () => {
    const due = opened({ deadline_at: minute(10) });
    expect(lateAt(12, due, moved(minute(15), minute(13)))).toBe(false);
    expect(lateAt(5, due, moved(minute(4), minute(6)))).toBe(false);
    expect(lateAt(7, due, moved(minute(4), minute(6)))).toBe(true);
    expect(lateAt(12, due, moved(minute(15), minute(13)), moved(minute(11), minute(14)))).toBe(false);
  });
});

describe('decisions', () => {
  const unit = [received(1), answered(1, 'A'), decision('A', ['plan', 'online']), decision('A', ['plan'])];
  const holding = (drafts: Draft<UnitEntry>[]) =>
    [...standing(drafts).decisions].map(([indicator, { number }]) => [indicator, number]);

  it('are the last on each indicator, gone when taken back, back when made again', () => {
    expect(holding(unit)).toEqual([
      ['plan', 4],
      ['online', 3],
    ]);
    const withdrawn = [...unit, decision('A', [], ['plan'])];
    expect(holding(withdrawn)).toEqual([['online', 3]]);
    expect(holding([...withdrawn, decision('A', ['plan'])])).toContainEqual(['plan', 6]);
  });

  it('hold for the figures they were made of, and again when the unit returns to these', () => {
    const other = [...unit, received(2), answered(2, 'B')];
    expect(holding(other)).toEqual([]);
    expect(holding([...other, received(3), answered(3, 'A')])).toHaveLength(2);
    expect(holding([decision('A', ['plan'])])).toEqual([]);
  });
});
