import { describe, expect, it } from 'vitest';
import { openPreview } from '../../../functions/open-preview/open-preview.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { openEngines } from '../../support/engines.ts';
import { addToPeriod } from '../../support/ledger-round.ts';
import { openRound } from '../../support/released-round.ts';

const hanoi = 'P01-2025';
const problem = (status: number, code: string) => expect.objectContaining({ status, code });

async function ready() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.close();
  return { engines, round, run: await round.run() };
}

describe('openPreview', () => {
  it('opens a run to units until a day, which may be made later and never earlier', async () => {
    const { round, run } = await ready();
    const opened = await round.show(run, '2099-10-10');
    expect(opened).toMatchObject({ run_id: run, until: '2099-10-10', open: true });
    expect(undescribed(opened, 'OpenedPreview')).toEqual([]);
    expect(await round.show(run, '2099-10-12')).toMatchObject({ until: '2099-10-12' });
    await expect(round.show(run, '2099-10-11')).rejects.toEqual(problem(409, 'preview-shortened'));
    const { previews } = await round.periodState();
    expect(previews.map(({ until_at, after_release }) => [until_at, after_release])).toEqual([
      ['2099-10-10T17:00:00.000Z', 0],
      ['2099-10-12T17:00:00.000Z', 0],
    ]);
  });

  it('takes no day that a slip has put years away, since it could not be taken back', async () => {
    const { round, run } = await ready();
    await expect(round.show(run, '9999-12-31')).rejects.toEqual(problem(422, 'until-far'));
    expect((await round.periodState()).previews).toEqual([]);
  });

  it('is the same preview when it is asked for again', async () => {
    const { round, run } = await ready();
    expect(await round.show(run)).toEqual(await round.show(run));
    expect((await round.periodState()).previews).toHaveLength(1);
  });

  it('shows no run whose number is out, and none until a day that is past', async () => {
    const { round, run } = await ready();
    await expect(round.show(run, '2099-10-04')).rejects.toEqual(problem(422, 'until-past'));
    await round.publish(run);
    await expect(round.show(run)).rejects.toEqual(problem(409, 'number-taken'));
  });

  it('shows no run of which an attempt is under way or failed', async () => {
    const { engines, round, run: run_id } = await ready();
    const by = { at: '2099-10-06T00:00:00.000Z', subject: 'p-runner', role: 'publisher' };
    await addToPeriod(engines, round.of, { kind: 'run-started', ...by, about: { run_id, attempt: 2 } });
    await expect(round.show(run_id)).rejects.toEqual(problem(409, 'run-not-ready'));
  });

  it('is for publishers of the group’s owner, and of runs that there are', async () => {
    const { engines, round, run } = await ready();
    const asked = (run_id: string, changes: Parameters<typeof callerWith>[0] = {}) =>
      openPreview({ run_id, until: '2099-10-10', cause: 'request/x' }, callerWith(changes), {
        ...engines,
        now: round.now,
      });
    await expect(asked(run, { role: 'operator' })).rejects.toEqual(problem(403, 'role-refused'));
    await expect(asked(run, { owner: 'other' })).rejects.toEqual(problem(403, 'foreign-group'));
    await expect(asked('0'.repeat(32))).rejects.toEqual(problem(404, 'run-unknown'));
  });
});
