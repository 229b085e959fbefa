import { describe, expect, it } from 'vitest';
import { Problem } from '../../../../shared/http/problem.ts';
import { openEngines } from '../../../support/engines.ts';
import { openRound, type TestRound } from '../../../support/released-round.ts';

const [hanoi, hue, danang, haiphong] = ['P01-2025', 'P46-2025', 'P48-2025', 'P31-2025'] as const;

/** Two units in, the period closed, a run ready. */
async function ready(): Promise<{ round: TestRound; run: string }> {
  const round = await openRound(await openEngines());
  await round.receive(hanoi);
  await round.receive(hue);
  await round.close();
  return { round, run: await round.run() };
}

const refusalOf = async (call: Promise<unknown>): Promise<Problem> => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problem);
  return error as Problem;
};

describe('row 7: a unit corrects itself between run and release', () => {
  it('is refused with 409 inputs-changed, naming the unit, and goes out neither in part', async () => {
    const { round, run } = await ready();
    await round.resend(hue, { changes: { awareness: '0.5' } });
    const { status, code, members, detail } = await refusalOf(round.publish(run));
    expect([status, code]).toEqual([409, 'inputs-changed']);
    expect(members.changed).toEqual([{ what: 'figures', unit_id: hue, unit_name_vi: 'Huế' }]);
    expect(detail).toContain('số liệu của Huế');
    expect((await round.periodState()).releases).toEqual([]);
  });

  it('goes out all the same with a reason, which is recorded', async () => {
    const { round, run } = await ready();
    await round.resend(hue, { changes: { awareness: '0.5' } });
    const despite = 'Kết quả đã trình ký; số liệu mới tính ở đợt sau';
    expect(await round.publish(run, { despite })).toMatchObject({ number: 1, despite_vi: despite });
    expect((await round.periodState()).releases).toMatchObject([{ despite_vi: despite }]);
  });

  it('names what else would be selected otherwise: decisions, and the same figures out of another file', async () => {
    const { round, run } = await ready();
    await round.appraise(hanoi, { awareness: '10' }, 'ministry-appraiser');
    await round.resend(hue, {});
    const { members } = await refusalOf(round.publish(run));
    expect(members.changed).toEqual([
      { what: 'file', unit_id: hue, unit_name_vi: 'Huế' },
      { what: 'decisions', unit_id: hanoi, unit_name_vi: 'Hà Nội' },
    ]);
  });

  it('lists uploads that count for nothing, which block nobody', async () => {
    const { round, run } = await ready();
    await round.receive(danang);
    await round.reopen(haiphong);
    await round.receive(haiphong, { accepted: false });
    await round.close();
    const { not_counted, despite_vi } = await round.publish(run, { despite: 'Không cần' });
    expect(not_counted.map(({ unit_name_vi, receipt, why }) => [unit_name_vi, receipt, why])).toEqual([
      ['Hải Phòng', 1, 'rejected'],
      ['Đà Nẵng', 1, 'after_closing'],
    ]);
    // There was nothing to override.
    expect(despite_vi).toBeUndefined();
  });

  it('counts what is not certified for nothing where the period asks for it', async () => {
    const round = await openRound(await openEngines(), { terms: { certification: 'required' } });
    await round.receive(hanoi);
    await round.certify(hanoi, 1, 'head-of-hanoi');
    const run = await round.run();
    await round.receive(hanoi, { changes: { awareness: '0.5' } });
    await round.close();
    const { not_counted } = await round.publish(run);
    expect(not_counted).toMatchObject([{ unit_id: hanoi, receipt: 2, why: 'uncertified' }]);
  });
});

describe('a run', () => {
  it('is not released while its period takes figures, with whatever reason', async () => {
    const round = await openRound(await openEngines());
    await round.receive(hanoi);
    const run = await round.run();
    expect(await refusalOf(round.publish(run, { despite: 'Gấp' }))).toMatchObject({ status: 409, code: 'period-open' });
    await round.close();
    await round.reopen(hue);
    expect(await refusalOf(round.publish(run, { despite: 'Gấp' }))).toMatchObject({ code: 'period-open' });
    await round.close();
    // Made while the period was open, and still what counts.
    expect(await round.publish(run)).toMatchObject({ release: 'dti/province34/2024/r1' });
  });

  it('is not released before the last day of its period is over in Vietnam', async () => {
    const { round, run } = await ready();
    const before = () => new Date('2024-12-31T16:59:59.999Z');
    expect(await refusalOf(round.publish(run, { now: before, despite: 'Gấp' }))).toMatchObject({
      ...{ status: 409, code: 'period-not-over' },
    });
    expect(await round.publish(run, { now: () => new Date('2024-12-31T17:00:00.000Z') })).toMatchObject({ number: 1 });
  });

  it('is not there under another id, and keeps its number to the one that was first', async () => {
    const { round, run } = await ready();
    expect(await refusalOf(round.publish('0'.repeat(32)))).toMatchObject({ status: 404, code: 'run-unknown' });
    await round.resend(hue, { changes: { awareness: '0.5' } });
    const second = await round.run();
    await round.publish(second);
    expect(await refusalOf(round.publish(run, { despite: 'Gấp' }))).toMatchObject({
      status: 409,
      code: 'number-taken',
    });
  });
});
