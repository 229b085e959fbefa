import { describe, expect, it } from 'vitest';
import { readBoard } from '../../../functions/read-board/read-board.ts';
import { readUnitsPage, unitsPerPage } from '../../../functions/read-board/read-units.ts';
import { system } from '../../../shared/ledger/entry.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { hashNamed } from '../../support/hash-named.ts';
import {
  addReceipt,
  addToPeriod,
  addToUnit,
  openPeriodAt,
  openRoundStores,
  round,
} from '../../support/ledger-round.ts';
import { framework } from '../../support/round-workbooks.ts';

const [hanoi, caobang, hue, danang, haiphong] = ['P01-2025', 'P04-2025', 'P46-2025', 'P48-2025', 'P31-2025'] as const;
/** Noon in Vietnam of a day of January 2025. */
const noon = (day: number) => new Date(Date.UTC(2025, 0, day, 5)).toISOString();
const person = { subject: 'p-head', role: 'certifier' };

async function open(certification?: 'required') {
  const deps = { ...(await openRoundStores()), now: () => new Date(noon(20)) };
  await openPeriodAt(deps, noon(1), { deadline_at: noon(15), ...(certification ? { certification } : {}) });
  const form = (unit_id: string, day: number) =>
    addToUnit(
      deps,
      { ...round, unit_id },
      {
        ...{ kind: 'opened', at: noon(day), subject: 'p-officer', role: 'officer' },
        about: { framework_sha256: framework.sha256 },
      },
    );
  const refuse = (unit_id: string, day: number, rules: Record<string, number>, receipt = 1) =>
    addToUnit(
      deps,
      { ...round, unit_id },
      {
        ...{ kind: 'received', at: noon(day), subject: 'p-officer', role: 'officer' },
        about: { upload_number: day * 10 + receipt, format: 'xlsx', sha256: hashNamed(`${unit_id} ${day}`), bytes: 1 },
      },
    ).then(() =>
      addToUnit(
        deps,
        { ...round, unit_id },
        {
          ...{ kind: 'answered', at: noon(day), ...system },
          about: {
            ...{ receipt, accepted: false, answer_sha256: hashNamed(`a${day}`), figures_sha256: null },
            ...{ errors: 2, warnings: 1, compared_with: null, rules },
          },
        },
      ),
    );
  const certify = (unit_id: string, day: number, figures_sha256: string) =>
    addToUnit(
      deps,
      { ...round, unit_id },
      { kind: 'certified', at: noon(day), ...person, about: { receipt: 1, figures_sha256 } },
    );
  const board = (changes: Parameters<typeof callerWith>[0] = {}) => readBoard(round, callerWith(changes), deps);
  const units = (cursor?: string) => readUnitsPage({ ...round, cursor }, callerWith(), deps);
  return { deps, form, refuse, certify, board, units };
}

/** One unit in each state. */
async function openFilled() {
  const opened = await open('required');
  const { deps, form, refuse, certify } = opened;
  await form(caobang, 2);
  await refuse(hue, 3, { NOT_NUMBER: 2, UNANSWERED: 5 });
  await refuse(hue, 4, { NOT_NUMBER: 1, UNANSWERED: 4 }, 2);
  const figures = await addReceipt(deps, { unit_id: hanoi, at: noon(3), value: '0.5' });
  await certify(hanoi, 5, figures);
  await addReceipt(deps, { unit_id: danang, at: noon(16), value: '0.6' });
  return opened;
}

describe('readBoard', () => {
  it('counts every unit once, by its state now', async () => {
    const { board } = await openFilled();
    const told = await board();
    expect(told.counts).toEqual({ missing: 30, opened: 1, rejected: 1, accepted: 1, certified: 1 });
    expect(Object.values(told.counts).reduce((sum, count) => sum + count, 0)).toBe(told.unit_count);
    // All but Hà Nội: nothing of them counts and the deadline is past.
    expect(told).toMatchObject({ unit_count: 34, late: 33, waiting: 1, reopened: 0, certification: 'required' });
    expect(undescribed(told, 'Board')).toEqual([]);
  });

  it('tells how it came to that day by day, from the chains and no counter', async () => {
    const { board } = await openFilled();
    const { by_day, counts } = await board();
    expect(by_day.map(({ day, ...told }) => [day, ...Object.values(told)])).toEqual([
      ['2025-01-02', 33, 1, 0, 0, 0],
      ['2025-01-03', 31, 1, 1, 1, 0],
      ['2025-01-05', 31, 1, 1, 0, 1],
      ['2025-01-16', 30, 1, 1, 1, 1],
    ]);
    const { day: _, ...last } = by_day.at(-1)!;
    expect(last).toEqual(counts);
  });

  it('counts findings by rule of what each unit sent last', async () => {
    const { board, refuse } = await openFilled();
    await refuse(haiphong, 6, { NOT_NUMBER: 3 });
    expect((await board()).findings).toMatchObject([
      { rule: 'NOT_NUMBER', severity: 'error', findings: 4, units: 2 },
      { rule: 'UNANSWERED', findings: 4, units: 1 },
    ]);
  });

  it('names whom to call: who is refused again and again for the same, then those of whom nothing was heard', async () => {
    const { board } = await openFilled();
    const { to_call } = await board();
    expect(to_call[0]).toMatchObject({
      unit_id: hue,
      why: 'rejected',
      rejected: 2,
      rule: 'NOT_NUMBER',
      last_at: noon(4),
    });
    expect(to_call.at(-1)).toMatchObject({ unit_id: caobang, why: 'opened', rule: null });
    expect(to_call.map(({ unit_id }) => unit_id)).not.toContain(danang);
  });

  it('is for those of the ministry, of the group’s owner, of a period that is opened', async () => {
    const { deps, board } = await open();
    expect(await board({ role: 'operator' })).toMatchObject({ unit_count: 34 });
    await expect(board({ role: 'officer', unit_id: hanoi })).rejects.toMatchObject({ code: 'role-refused' });
    await expect(board({ owner: 'other' })).rejects.toMatchObject({ code: 'foreign-group' });
    await expect(readBoard({ ...round, period: '2025' }, callerWith(), deps)).rejects.toMatchObject({
      code: 'period-unopened',
    });
  });
});

describe('readUnitsPage', () => {
  it('tells of every member its full name and how it stands, also of those that have done nothing', async () => {
    const { units, deps } = await openFilled();
    await addToPeriod(deps, round, {
      kind: 'closed',
      at: noon(17),
      subject: 'p',
      role: 'publisher',
      about: { ground: 'deadline_past' },
    });
    await addToPeriod(deps, round, {
      ...{ kind: 'reopened', at: noon(18), subject: 'p', role: 'publisher' },
      about: { unit_id: hue, until_at: '2025-01-31T17:00:00.000Z', reason_vi: 'Lũ lụt' },
    });
    const page = await units();
    expect(page).toMatchObject({ unit_count: 34, next: null });
    const of = new Map(page.units.map((unit) => [unit.unit_id, unit]));
    expect(of.size).toBe(34);
    expect(of.get(caobang)).toMatchObject({
      ...{ full_name_vi: 'Tỉnh Cao Bằng', state: 'opened', opened_at: noon(2), receipts: 0, last: null, late: true },
    });
    expect(of.get(hue)).toMatchObject({
      ...{ state: 'rejected', receipts: 2, reopened_until: '2025-01-31' },
      last: { receipt: 2, sent_by: 'p-officer', sent_as: 'officer', status: 'rejected', errors: 2, warnings: 1 },
    });
    expect(of.get(hanoi)).toMatchObject({ state: 'certified', current: 1, waiting: null, late: false, appraised: 0 });
    expect(of.get(danang)).toMatchObject({ state: 'accepted', current: null, waiting: 1, last: { late: true } });
    expect(of.get(hanoi)!.asked).toBeGreaterThan(0);
    expect(undescribed(page, 'PeriodUnits')).toEqual([]);
  });

  it('goes on after the unit that the page before ended with', async () => {
    const { units } = await open();
    const members = membersOf(round.group, round.period).map(({ unit_id }) => unit_id);
    expect((await units(members[30])).units.map(({ unit_id }) => unit_id)).toEqual(members.slice(31));
    expect(await units(members.at(-1))).toMatchObject({ units: [], next: null });
    expect(unitsPerPage).toBeGreaterThan(100);
  });
});
