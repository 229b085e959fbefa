import { describe, expect, it } from 'vitest';
import { announceRelease } from '../../../../functions/publish-release/announce-release.ts';
import { guards } from '../../../../functions/publish-release/guards.ts';
import { publishDue } from '../../../../functions/publish-release/publish-due.ts';
import { readChecklist } from '../../../../functions/publish-release/read-checklist.ts';
import { callerWith } from '../../../support/callers.ts';
import { undescribed } from '../../../support/described-answers.ts';
import { openEngines } from '../../../support/engines.ts';
import { addToPeriod } from '../../../support/ledger-round.ts';
import { openRound } from '../../../support/released-round.ts';

const origin = 'https://dti.example';
const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;

async function open() {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.receive(hue);
  const checklist = (run_id: string, by = 'ministry-releaser', now = round.now) =>
    readChecklist(run_id, callerWith({ subject: by }), { ...engines, now, origin });
  /** Conditions that are not met, each with its state and what the release would be refused with. */
  const unmet = async (...asked: Parameters<typeof checklist>) =>
    (await checklist(...asked)).conditions.flatMap(({ condition, state, changer, problem }) =>
      state === 'true' ? [] : [`${condition} ${state} ${changer} ${problem?.code}`],
    );
  return { engines, round, checklist, unmet };
}

describe('readChecklist', () => {
  it('tells every guard of the release, in their order, and that nothing keeps the run back', async () => {
    const { round, checklist } = await open();
    await round.close();
    const run_id = await round.run();
    const told = await checklist(run_id);
    expect(told.conditions.map(({ condition }) => condition)).toEqual(guards.map(({ condition }) => condition));
    expect(told).toMatchObject({ run_id, release: 'dti/province34/2024/r1', released: false, releasable: true });
    expect(undescribed(told, 'ReleaseChecklist')).toEqual([]);
  });

  it('tells all that keeps it back at once, with who can change it', async () => {
    const { round, unmet, checklist } = await open();
    const run = await round.run();
    await round.show(run);
    await round.object(hue);
    await round.receive(hue, { changes: { awareness: '0.5' } });
    const early = () => new Date('2024-12-01T00:00:00.000Z');
    expect(await unmet(run, 'ministry-runner', early)).toEqual([
      'second-person false second_person second-person',
      'period-closed false ministry period-open',
      'period-over waiting time period-not-over',
      'preview-over waiting time preview-open',
      'objections-answered false ministry objections-open',
      'inputs-unchanged false runner inputs-changed',
    ]);
    const told = await checklist(run, 'ministry-runner', early);
    expect(told).toMatchObject({ releasable: false });
    expect(undescribed(told, 'ReleaseChecklist')).toEqual([]);
  });

  it('waits for a run that is under way, and not for one that failed', async () => {
    const { engines, round, unmet } = await open();
    await round.close();
    const run_id = await round.run();
    const by = { at: '2099-10-06T00:00:00.000Z', subject: 'p-runner', role: 'publisher' };
    await addToPeriod(engines, round.of, { kind: 'run-started', ...by, about: { run_id, attempt: 2 } });
    expect(await unmet(run_id)).toEqual(['run-ready waiting runner run-not-ready']);
    const about = { run_id, attempt: 2, outcome: 'failed' as const, failure: { code: 'X', message: 'x' } };
    await addToPeriod(engines, round.of, { kind: 'run-ended', ...by, about });
    expect(await unmet(run_id)).toEqual(['run-ready false runner run-not-ready']);
  });

  it('asks the same as the release: what it says of a run is what becomes of it', async () => {
    const { round, checklist } = await open();
    const run = await round.run();
    const outcomeOf = () =>
      round.publish(run).then(
        () => null,
        ({ code }) => code as string,
      );
    const firstUnmet = async () =>
      (await checklist(run)).conditions.find(({ problem }) => problem)?.problem?.code ?? null;
    expect(await outcomeOf()).toBe(await firstUnmet());
    await round.close();
    expect(await firstUnmet()).toBeNull();
    expect(await outcomeOf()).toBeNull();
    expect(await checklist(run)).toMatchObject({ released: true, releasable: false, conditions: [] });
  });

  it('says what is announced, and whether the caller may take it back, until its minute', async () => {
    const { engines, round, checklist, unmet } = await open();
    await round.close();
    const run_id = await round.run();
    const deps = { ...engines, now: round.now, codeVersion: 'then', origin };
    const public_at = '2099-10-20T02:00:00.000Z';
    expect(await checklist(run_id)).toMatchObject({ announced: null, published: false });
    await announceRelease({ run_id, public_at }, callerWith({ subject: 'ministry-releaser' }), deps);
    const of = async (...asked: Parameters<typeof checklist>) => (await checklist(...asked)).announced;
    const told = { run_id, release: 'dti/province34/2024/r1', public_at };
    expect(await of(run_id)).toMatchObject({ ...told, withdrawable: true });
    expect(await of(run_id, 'ministry-runner')).toMatchObject({ withdrawable: true });
    expect(await of(run_id, 'ministry-third')).toMatchObject({ withdrawable: false });
    expect(await of(run_id, 'ministry-releaser', () => new Date(public_at))).toMatchObject({ withdrawable: false });
    const own = await checklist(run_id);
    expect(own).toMatchObject({ released: false, releasable: false, conditions: [] });
    expect(undescribed(own, 'ReleaseChecklist')).toEqual([]);
    await round.resend(hue, { changes: { awareness: '0.5' } });
    expect(await unmet(await round.run())).toEqual(['number-free false runner release-announced']);
    await publishDue({ ...deps, now: () => new Date(public_at) });
    expect(await checklist(run_id)).toMatchObject({
      ...{ announced: null, released: true, released_at: public_at, published: true },
      page: `${origin}/releases/dti/province34/2024/r1/`,
    });
  });

  it('is for publishers, and a fault is no condition', async () => {
    const { engines, round } = await open();
    const run = await round.run();
    const operator = callerWith({ role: 'operator' });
    await expect(readChecklist(run, operator, { ...engines, now: round.now, origin })).rejects.toMatchObject({
      code: 'role-refused',
    });
    const now = () => {
      throw new Error('no clock');
    };
    await expect(readChecklist(run, callerWith(), { ...engines, now, origin })).rejects.toThrow('no clock');
  });
});
