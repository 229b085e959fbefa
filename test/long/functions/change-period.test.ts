import { describe, expect, it } from 'vitest';
import { closePeriod } from '../../../functions/change-period/close-period.ts';
import { moveDeadline } from '../../../functions/change-period/move-deadline.ts';
import { reopenPeriod } from '../../../functions/change-period/reopen-period.ts';
import { periodChain } from '../../../shared/ledger/chain.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import type { PeriodTerms } from '../../../shared/ledger/period-entry.ts';
import { readPeriod, readUnits } from '../../../shared/ledger/read-ledger.ts';
import { endOfDayInVietnam } from '../../../shared/periods/deadline.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { callerWith } from '../../support/callers.ts';
import {
  addReceipt,
  addToUnit,
  openPeriodAt,
  openRoundStores,
  type RoundDeps,
  round,
} from '../../support/ledger-round.ts';

const members = membersOf(round.group, round.period).map(({ unit_id }) => unit_id);
const [hanoi, ...others] = members as [string, ...string[]];
const publisher = callerWith();
let requests = 0;
const of = () => ({ ...round, requestId: `r${++requests}` });
const on = (day: string) => () => new Date(`${day}T03:00:00.000Z`);
const openedAt = '2024-10-01T00:00:00.000Z';

async function openRound(terms: Partial<PeriodTerms> = {}) {
  const deps = await openRoundStores();
  await openPeriodAt(deps, openedAt, terms);
  const close = (day: string) => closePeriod(of(), publisher, { ...deps, now: on(day) });
  const reopen = (day: string, until: string, unit_id = hanoi, reason_vi = 'Số liệu sai') =>
    reopenPeriod({ ...of(), unit_id, until, reason_vi }, publisher, { ...deps, now: on(day) });
  const move = (day: string, deadline: string, reason_vi = 'Bão số 3') =>
    moveDeadline({ ...of(), deadline, reason_vi }, publisher, { ...deps, now: on(day) });
  const kinds = async () => (await readChain(deps.ledger, periodChain(round))).map(({ kind }) => kind);
  return { deps, close, reopen, move, kinds };
}

const sendAll = (deps: RoundDeps, unitIds: string[], at = '2024-10-02T00:00:00.000Z') =>
  Promise.all(unitIds.map((unit_id) => addReceipt(deps, { unit_id, value: '0.5', at })));

async function certify(deps: RoundDeps, unit_id: string): Promise<void> {
  const about = { receipt: 1, figures_sha256: 'f'.repeat(64) };
  const certified = {
    kind: 'certified' as const,
    at: '2024-10-03T00:00:00.000Z',
    subject: 'p-head',
    role: 'certifier',
  };
  await addToUnit(deps, { ...round, unit_id }, { ...certified, about });
}

describe('closePeriod', () => {
  it('is refused before the deadline while somebody is missing, and says who and until when', async () => {
    const { deps, close, kinds } = await openRound({ deadline_at: endOfDayInVietnam('2024-10-15') });
    await sendAll(deps, others.slice(2));
    const refusal = await close('2024-10-15').catch((error: Error) => error);
    expect(refusal).toMatchObject({ status: 409, code: 'period-not-closable' });
    expect((refusal as { detail?: string }).detail).toMatch(
      /hạn gửi là hết ngày 15\/10\/2024, và còn 3 đơn vị chưa có báo cáo được tiếp nhận \(Hà Nội, [^()]+ và [^()]+\)/,
    );
    expect(await kinds()).toEqual(['opened']);
    const closed = await close('2024-10-16');
    expect(closed).toMatchObject({ state: 'closed', closings: [{ ground: 'deadline_past' }] });
    // Whom it was closed without, for the person who closed it.
    expect(closed.not_in.missing).toHaveLength(3);
    expect(closed.not_in.missing[0]).toEqual({ unit_id: hanoi, unit_name_vi: 'Hà Nội' });
    expect(closed.not_in).toMatchObject({ rejected: [], uncertified: [] });
    expect(closed.not_in_vi).toMatch(
      /^Không có số liệu được tính: 3 đơn vị chưa gửi báo cáo \(Hà Nội, [^()]+ và [^()]+\)\.$/,
    );
  });

  it('names five of many and counts the others', async () => {
    const { close } = await openRound();
    await expect(close('2024-11-01')).rejects.toHaveProperty(
      'detail',
      expect.stringMatching(/kỳ kết thúc hết ngày 31\/12\/2024, và còn 34 đơn vị .* và 29 đơn vị khác\)/),
    );
  });

  it('needs no deadline when every member is in', async () => {
    const { deps, close } = await openRound({ deadline_at: endOfDayInVietnam('2024-12-01') });
    await sendAll(deps, members);
    expect(await close('2024-10-03')).toMatchObject({ state: 'closed', closings: [{ ground: 'all_in' }] });
  });

  it('needs them certified where the period asks for it', async () => {
    const { deps, close } = await openRound({ certification: 'required' });
    await sendAll(deps, members);
    await Promise.all(others.map((unit_id) => certify(deps, unit_id)));
    await expect(close('2024-10-04')).rejects.toHaveProperty(
      'detail',
      expect.stringContaining('còn 1 đơn vị chưa có báo cáo được tiếp nhận và xác nhận (Hà Nội)'),
    );
    await certify(deps, hanoi);
    expect(await close('2024-10-04')).toMatchObject({ closings: [{ ground: 'all_in' }] });
  });

  it('says who was refused and who did not certify, each by name, apart from who sent nothing', async () => {
    const { deps, close } = await openRound({ certification: 'required' });
    const [refused, uncertified, ...certified] = others as [string, string, ...string[]];
    await sendAll(deps, [uncertified, ...certified]);
    await addReceipt(deps, { unit_id: refused, value: '0.5', at: '2024-10-02T00:00:00.000Z', accepted: false });
    await Promise.all(certified.map((unit_id) => certify(deps, unit_id)));
    const { not_in, not_in_vi } = await close('2025-01-02');
    const ids = (units: { unit_id: string }[]) => units.map(({ unit_id }) => unit_id);
    expect([ids(not_in.missing), ids(not_in.rejected), ids(not_in.uncertified)]).toEqual([
      [hanoi],
      [refused],
      [uncertified],
    ]);
    expect(not_in_vi).toMatch(/1 đơn vị chưa gửi .*1 đơn vị có báo cáo chưa được tiếp nhận .* và 1 đơn vị .*xác nhận/);
  });

  it('without a deadline comes after the period’s last day, in Vietnam', async () => {
    const { deps, close } = await openRound();
    await expect(close('2024-12-31')).rejects.toMatchObject({ code: 'period-not-closable' });
    const atMidnight = { ...deps, now: () => new Date('2024-12-31T17:00:00.000Z') };
    expect(await closePeriod(of(), publisher, atMidnight)).toMatchObject({ closings: [{ ground: 'period_over' }] });
  });

  it('again answers the same and enters nothing, also for two at once', async () => {
    const { close, kinds } = await openRound();
    const [one, two] = await Promise.all([close('2025-01-02'), close('2025-01-02')]);
    expect(two).toEqual(one);
    expect(await close('2025-01-02')).toEqual(one);
    expect(await kinds()).toEqual(['opened', 'closed']);
  });

  it('is refused for a period that nobody opened, and to any role but the publisher', async () => {
    const deps = { ...(await openRoundStores()), now: on('2025-01-02') };
    await expect(closePeriod(of(), publisher, deps)).rejects.toMatchObject({ code: 'period-unopened' });
    const operator = callerWith({ role: 'operator' });
    await expect(closePeriod(of(), operator, deps)).rejects.toMatchObject({ code: 'role-refused' });
  });
});

describe('reopenPeriod', () => {
  it('lets one unit send again until the end of a day, and is closed again on the same grounds', async () => {
    const { deps, close, reopen } = await openRound();
    await expect(reopen('2025-01-02', '2025-01-10')).rejects.toMatchObject({ status: 409, code: 'period-open' });
    await close('2025-01-02');
    const view = await reopen('2025-01-03', '2025-01-10');
    expect(view).toMatchObject({
      state: 'reopened',
      stage: 'open',
      reopenings: [{ unit_id: hanoi, until: '2025-01-10' }],
    });
    await sendAll(deps, [hanoi, others[0]!], '2025-01-10T16:59:59.000Z');
    const state = (await readPeriod(deps.ledger, round))!;
    const units = await readUnits(deps.ledger, round, state, [hanoi, others[0]!]);
    expect(units.map(({ standing }) => standing.current !== null)).toEqual([true, false]);
    expect(await close('2025-01-11')).toMatchObject({ state: 'closed', closings: [{}, { ground: 'period_over' }] });
  });

  it('again enters nothing; another day or another unit is another entry', async () => {
    const { close, reopen, kinds } = await openRound();
    await close('2025-01-02');
    const view = await reopen('2025-01-03', '2025-01-10');
    expect(await reopen('2025-01-03', '2025-01-10')).toEqual(view);
    await reopen('2025-01-03', '2025-01-12');
    await reopen('2025-01-03', '2025-01-10', others[0]);
    expect(await kinds()).toEqual(['opened', 'closed', 'reopened', 'reopened', 'reopened']);
  });

  it('is refused until a day that is past, and for who is no member', async () => {
    const { close, reopen } = await openRound();
    await close('2025-01-02');
    await expect(reopen('2025-01-03', '2025-01-02')).rejects.toMatchObject({ status: 422, code: 'until-past' });
    await expect(reopen('2025-01-03', '2025-01-10', 'P26')).rejects.toMatchObject({ code: 'unit-unknown' });
  });
});

describe('moveDeadline (row 6)', () => {
  const late = '2024-10-20T00:00:00.000Z';
  const isLate = async ({ ledger }: RoundDeps) => {
    const state = (await readPeriod(ledger, round))!;
    return (await readUnits(ledger, round, state, [hanoi]))[0]!.standing.late;
  };

  it('makes in time what came before the new deadline, whoever looks and whenever the file came', async () => {
    const { deps, move } = await openRound({ deadline_at: endOfDayInVietnam('2024-10-15') });
    await sendAll(deps, [hanoi], late);
    expect(await isLate(deps)).toBe(true);
    expect(await move('2024-10-21', '2024-10-25')).toMatchObject({
      deadline: '2024-10-25',
      deadlines: [
        { deadline: '2024-10-15', reason_vi: null },
        { deadline: '2024-10-25', reason_vi: 'Bão số 3' },
      ],
    });
    expect(await isLate(deps)).toBe(false);
  });

  it('moved earlier makes nobody late who had come in time before', async () => {
    const { deps, move } = await openRound({ deadline_at: endOfDayInVietnam('2024-10-25') });
    await sendAll(deps, [hanoi], late);
    await move('2024-10-21', '2024-10-15');
    expect(await isLate(deps)).toBe(false);
  });

  it('to the same day enters nothing; once the period was closed it is refused', async () => {
    const { move, close, reopen, kinds } = await openRound();
    await move('2024-10-10', '2024-10-25');
    await move('2024-10-10', '2024-10-25', 'Lý do khác');
    await close('2024-10-26');
    await expect(move('2024-10-26', '2024-11-25')).rejects.toMatchObject({ status: 409, code: 'period-closed' });
    await reopen('2024-10-26', '2024-10-30');
    await expect(move('2024-10-27', '2024-11-25')).rejects.toMatchObject({ code: 'period-closed' });
    expect(await kinds()).toEqual(['opened', 'deadline-moved', 'closed', 'reopened']);
  });
});
