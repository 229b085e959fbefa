import { describe, expect, it } from 'vitest';
import { remindPeriod } from '../../../functions/remind-period/remind-period.ts';
import { remindUnits } from '../../../functions/remind-units/remind-units.ts';
import { periodChain, unitChain } from '../../../shared/ledger/chain.ts';
import { noteChange } from '../../../shared/ledger/change-index.ts';
import { headOf } from '../../../shared/ledger/entry.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { projectionKey } from '../../../shared/ledger/projection.ts';
import { readNoticePage } from '../../../shared/notices/notice-list.ts';
import { endOfDayInVietnam } from '../../../shared/periods/deadline.ts';
import { getItem } from '../../../shared/score-store/score-table.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { callerWith } from '../../support/callers.ts';
import { decision, hashNamed } from '../../support/ledger-entries.ts';
import { addReceipt, addToPeriod, addToUnit, openPeriodAt, round } from '../../support/ledger-round.ts';
import { overwrite, remove } from '../../support/ledger-rows.ts';
import { openNotices } from '../../support/notices.ts';

const members = membersOf(round.group, round.period).map(({ unit_id }) => unit_id);
const [hanoi = '', hue = ''] = members;
/** 08:00 in Vietnam. */
const morning = (day: string) => new Date(`${day}T01:00:00.000Z`);
const by = { subject: 'p-publisher', role: 'publisher' };

async function openRound(terms: object = {}) {
  let time = morning('2026-10-01');
  const deps = await openNotices(() => time);
  await openPeriodAt(deps, '2026-10-01T00:00:00.000Z', { deadline_at: endOfDayInVietnam('2026-10-15'), ...terms });
  const on = (day: string) => {
    time = morning(day);
  };
  const remind = async (day: string) => {
    on(day);
    return remindUnits(morning(day), deps);
  };
  const listed = async (to?: string) => {
    const { items } = await readNoticePage(deps.table, round, { to });
    return items.filter(({ kind }) => kind !== 'daily-summary');
  };
  const kinds = async (to: string) => (await listed(to)).sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ kind }) => kind);
  return { deps, on, remind, listed, kinds };
}

describe('remindUnits', () => {
  it('reminds whoever is missing 7, 3 and 1 days before, then says once that it is late; twice changes nothing', async () => {
    const { deps, remind, listed } = await openRound();
    await addReceipt(deps, { unit_id: hanoi, value: '0.5', at: '2026-10-02T00:00:00.000Z' });
    expect((await listed(hanoi)).map(({ kind }) => kind)).toEqual(['accepted']);
    const told: Record<string, number> = {};
    for (const day of ['07', '08', '08', '09', '12', '14', '15', '16', '16', '17']) {
      const before = (await listed()).length;
      await remind(`2026-10-${day}`);
      told[day] = (told[day] ?? 0) + (await listed()).length - before;
    }
    const missing = members.length - 1;
    expect(told).toEqual({ '07': 0, '08': missing, '09': 0, 12: missing, 14: missing, 15: 0, 16: missing, 17: 0 });
    expect((await listed(hanoi)).map(({ kind }) => kind)).toEqual(['accepted']);
    const ofHue = (await listed(hue)).sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(ofHue.map(({ kind, about }) => [kind, about])).toEqual([
      ['reminder', { deadline: '2026-10-15', days_before: 7 }],
      ['reminder', { deadline: '2026-10-15', days_before: 3 }],
      ['reminder', { deadline: '2026-10-15', days_before: 1 }],
      ['late', { deadline: '2026-10-15' }],
    ]);
  });

  it('brings lists up to the chains where an append was cut off after its entry and nobody came again', async () => {
    const { deps } = await openRound();
    await addReceipt(deps, { unit_id: hanoi, value: '0.5', at: '2026-10-02T00:00:00.000Z' });
    const [period, unit] = [periodChain(round), unitChain({ ...round, unit_id: hanoi })];
    const rows = () => Promise.all([period, unit].map((chain) => getItem(deps.table, projectionKey(chain))));
    const before = await rows();
    expect(before).not.toContain(null);
    await remove(deps.table, projectionKey(period));
    const [first] = await readChain(deps.ledger, unit);
    const row = before[1] as object;
    await overwrite(deps.table, { ...projectionKey(unit), ...row, head: headOf([first!])! });
    // What no fold bears keeps nobody else from it.
    const broken = unitChain({ ...round, unit_id: hue });
    await noteChange(deps.table, broken);
    await overwrite(deps.ledger.chains, { pk: broken, sk: '00000001', number: 1, kind: 'nothing' });
    const { status } = (await Promise.allSettled([remindUnits(new Date(), deps)]))[0];
    expect(status).toBe('rejected');
    expect(await rows()).toEqual(before);
    expect(await getItem(deps.table, projectionKey(broken))).toBeNull();
    // A line of something else than the chain comes to is a witness.
    const wrong = { ...projectionKey(unit), ...row, head: { number: 1, sha256: '0'.repeat(64) } };
    await overwrite(deps.table, wrong);
    await Promise.allSettled([remindUnits(new Date(), deps)]);
    expect((await rows())[1]).toMatchObject({ head: wrong.head });
  });

  it('makes up for a morning that was missed', async () => {
    const { remind, listed } = await openRound();
    await remind('2026-10-10');
    expect((await listed(hue)).map(({ about }) => about)).toEqual([{ deadline: '2026-10-15', days_before: 7 }]);
  });

  it('reminds the certifier’s unit too, where only what is certified counts', async () => {
    const { deps, remind, listed } = await openRound({ certification: 'required' });
    await addReceipt(deps, { unit_id: hanoi, value: '0.5', at: '2026-10-02T00:00:00.000Z' });
    await remind('2026-10-14');
    const reminder = (await listed(hanoi)).find(({ kind }) => kind === 'reminder');
    expect(reminder).toMatchObject({ facts: { state: 'accepted' } });
  });

  it('reminds a reopened unit of its own day and nobody else', async () => {
    const { deps, remind, kinds } = await openRound();
    const closed = { kind: 'closed' as const, at: '2026-10-20T00:00:00.000Z', ...by };
    await addToPeriod(deps, round, { ...closed, about: { ground: 'deadline_past' } });
    const about = { unit_id: hue, until_at: endOfDayInVietnam('2026-10-25'), reason_vi: 'Lũ lụt' };
    await addToPeriod(deps, round, { kind: 'reopened', at: '2026-10-21T00:00:00.000Z', ...by, about });
    await remind('2026-10-22');
    await remind('2026-10-26');
    expect(await kinds(hue)).toEqual(['reopened', 'reminder']);
    expect(await kinds(hanoi)).toEqual([]);
  });

  it('tells what was lost in the last days, and the same nothing twice', async () => {
    const { deps, remind, kinds } = await openRound();
    const { tell: _lost, ...untold } = deps;
    await addReceipt(untold, { unit_id: hanoi, value: '0.5', accepted: false, at: '2026-10-02T00:00:00.000Z' });
    expect(await kinds(hanoi)).toEqual([]);
    await remind('2026-10-03');
    await remind('2026-10-04');
    expect(await kinds(hanoi)).toEqual(['rejected']);
    await addReceipt(untold, { unit_id: hue, value: '0.5', at: '2026-10-02T00:00:00.000Z' });
    await remind('2026-10-09');
    expect(await kinds(hue)).toEqual([]);
  });

  it('tells once a day how many indicators were appraised, on the morning after', async () => {
    const { deps, remind, listed } = await openRound();
    const at = '2026-10-05T03:00:00.000Z';
    for (const decided of [['a'], ['a', 'b']])
      await addToUnit(deps, { ...round, unit_id: hanoi }, { ...decision('1', decided), at });
    await remind('2026-10-05');
    expect(await listed(hanoi)).toEqual([]);
    await remind('2026-10-06');
    await remind('2026-10-07');
    expect(await listed(hanoi)).toMatchObject([
      { kind: 'appraised', about: { day: '2026-10-05' }, facts: { indicators: 2 } },
    ]);
  });

  it('sums up for the ministry how the round stands, while it is open', async () => {
    const { deps, remind } = await openRound();
    await addReceipt(deps, { unit_id: hanoi, value: '0.5', at: '2026-10-02T00:00:00.000Z' });
    await addReceipt(deps, { unit_id: hue, value: '0.5', accepted: false, at: '2026-10-02T00:00:00.000Z' });
    await remind('2026-10-03');
    const { items } = await readNoticePage(deps.table, round, { to: 'ministry' });
    const facts = { units: members.length, missing: members.length - 2, rejected: 1, accepted: 1, certified: 0 };
    expect(items).toMatchObject([{ kind: 'daily-summary', about: { day: '2026-10-03' }, facts }]);
  });

  it('leaves alone what is released and long over', async () => {
    const { deps, remind } = await openRound();
    await addToPeriod(deps, round, {
      kind: 'closed',
      at: '2026-10-20T00:00:00.000Z',
      ...by,
      about: { ground: 'all_in' },
    });
    const run = { run_id: 'b'.repeat(32), attempt: 1 };
    await addToPeriod(deps, round, { kind: 'run-started', at: '2026-10-20T01:00:00.000Z', ...by, about: run });
    const ready = { ...run, outcome: 'ready' as const, manifest_sha256: hashNamed('manifest') };
    await addToPeriod(deps, round, { kind: 'run-ended', at: '2026-10-20T02:00:00.000Z', ...by, about: ready });
    const release = { run_id: run.run_id, release: 'dti/province34/2024/r1', manifest_sha256: hashNamed('manifest') };
    await addToPeriod(deps, round, { kind: 'released', at: '2026-10-20T03:00:00.000Z', ...by, about: release });
    const { items } = await readNoticePage(deps.table, round, {});
    expect(items.map(({ kind, to }) => [kind, to]).sort()).toEqual([
      ['released', 'every-unit'],
      ['run-ready', 'ministry'],
    ]);
    expect(await remind('2026-10-24')).toEqual({ written: 0 });
  });
});

describe('remindPeriod', () => {
  const publisher = callerWith();

  it('reminds whoever lacks something, or one unit, once a day however often it is asked', async () => {
    const { deps, on } = await openRound();
    await addReceipt(deps, { unit_id: hanoi, value: '0.5', at: '2026-10-02T00:00:00.000Z' });
    on('2026-10-06');
    expect(await remindPeriod({ ...round, unit_id: hue }, publisher, deps)).toEqual({
      reminded: [hue],
      already: [],
      complete: [],
    });
    const all = await remindPeriod(round, publisher, deps);
    expect(all).toEqual({ reminded: members.slice(2), already: [hue], complete: [hanoi] });
    on('2026-10-07');
    expect((await remindPeriod(round, publisher, deps)).reminded).toEqual(members.slice(1));
  });

  it('is no reminder of the morning, which still comes', async () => {
    const { deps, on, remind, listed } = await openRound();
    on('2026-10-08');
    await remindPeriod({ ...round, unit_id: hue }, publisher, deps);
    await remind('2026-10-08');
    expect(await listed(hue)).toHaveLength(2);
  });

  it('is refused of a period that is closed, and to whom it does not belong', async () => {
    const { deps } = await openRound();
    await addToPeriod(deps, round, {
      kind: 'closed',
      at: '2026-10-20T00:00:00.000Z',
      ...by,
      about: { ground: 'all_in' },
    });
    await expect(remindPeriod(round, publisher, deps)).rejects.toMatchObject({ status: 409, code: 'period-closed' });
    await expect(remindPeriod(round, callerWith({ role: 'appraiser' }), deps)).rejects.toMatchObject({
      code: 'role-refused',
    });
    const stranger = remindPeriod({ ...round, unit_id: 'P04' }, publisher, deps);
    await expect(stranger).rejects.toMatchObject({ code: 'unit-unknown' });
  });
});
