import { describe, expect, it } from 'vitest';
import { openEngines } from '../../../support/engines.ts';
import { openRound, type TestRound } from '../../../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const problem = (code: string) => expect.objectContaining({ status: 409, code });
const reason = { text_vi: 'Khai nhầm', kind: 'input', found_by: 'công dân' } as const;
/** After the last day of the preview. */
const later = { now: () => new Date('2099-10-11T00:00:00.000Z') };

async function ready(): Promise<{ round: TestRound; run: string }> {
  const round = await openRound(await openEngines());
  await round.receive(hanoi);
  await round.receive(hue);
  await round.close();
  return { round, run: await round.run() };
}

describe('a preview', () => {
  it('holds a release up until its day is past in Vietnam, with whatever reason', async () => {
    const { round, run } = await ready();
    await round.show(run, '2099-10-10');
    const at = (instant: string) => round.publish(run, { despite: 'Gấp', now: () => new Date(instant) });
    await expect(at('2099-10-10T16:59:59.999Z')).rejects.toEqual(problem('preview-open'));
    expect(await at('2099-10-10T17:00:00.000Z')).toMatchObject({ number: 1 });
  });

  it('holds up every run of the period: units were given that day, whichever run comes out', async () => {
    const { round, run } = await ready();
    await round.show(run);
    await round.resend(hue, { changes: { awareness: '0.5' } });
    const second = await round.run();
    await expect(round.publish(second)).rejects.toEqual(problem('preview-open'));
    expect(await round.publish(second, later)).toMatchObject({ number: 1 });
  });

  it('that was never opened holds nothing up, nor does one of a release before', async () => {
    const { round, run } = await ready();
    await round.show(run);
    expect(await round.publish(run, later)).toMatchObject({ number: 1 });
    await round.resend(hue, { changes: { awareness: '0.5' } });
    expect(await round.publish(await round.run({ reason }))).toMatchObject({ number: 2 });
  });
});

describe('an objection', () => {
  it('holds a release up while it is unanswered, and names the unit', async () => {
    const { round, run } = await ready();
    await round.show(run);
    await round.object(hue, 'awareness');
    await round.object(hanoi);
    await round.answerTo(hanoi, '1');
    await expect(round.publish(run, later)).rejects.toMatchObject({
      ...{ status: 409, code: 'objections-open' },
      members: { open: [{ unit_id: hue, unit_name_vi: 'Huế', objection: 1 }] },
    });
    await round.answerTo(hue, '1');
    expect(await round.publish(run, later)).toMatchObject({ number: 1 });
  });

  it('that changes decisions means another run', async () => {
    const { round, run } = await ready();
    await round.show(run);
    await round.object(hue, 'security');
    await round.reopen(hue);
    await round.appraise(hue, { security: '40' }, 'ministry-appraiser');
    await round.close();
    await round.answerTo(hue, '1');
    await expect(round.publish(run, later)).rejects.toEqual(problem('inputs-changed'));
  });

  it('is not answered by whoever releases: the answer judged the result', async () => {
    const { round, run } = await ready();
    await round.show(run);
    await round.object(hue, 'security');
    await round.answerTo(hue, '1', 'ministry-releaser');
    await expect(round.publish(run, later)).rejects.toMatchObject({
      ...{ status: 403, code: 'second-person' },
      members: { involved: ['appraised'] },
    });
    expect(await round.publish(run, { ...later, by: 'a-third' })).toMatchObject({ number: 1 });
  });
});
