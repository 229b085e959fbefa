import { describe, expect, it } from 'vitest';
import { linkSignIns } from '../../../../shared/identity/people.ts';
import { openEngines } from '../../../support/engines.ts';
import { issuer, openRound } from '../../../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;

async function ready() {
  const engines = await openEngines();
  const round = await openRound(engines, { terms: { certification: 'required' } });
  await round.receive(hanoi, { by: 'sender' });
  await round.certify(hanoi, 1, 'certifier');
  await round.receive(hue, { by: 'earlier sender' });
  await round.receive(hue, { changes: { awareness: '0.5' } });
  await round.certify(hue, 2, 'head-of-hue');
  await round.appraise(hanoi, { awareness: '50' }, 'appraiser');
  await round.close();
  return { engines, round, run: await round.run({ by: 'runner' }) };
}

const refused = (involved: string[]) => ({ status: 403, code: 'second-person', members: { involved } });

describe('row 8: who touched a release does not release it', () => {
  it('refuses whoever sent, certified, ran or appraised, and says which', async () => {
    const { round, run } = await ready();
    const deeds = { sender: 'sent', certifier: 'certified', runner: 'ran', appraiser: 'appraised' };
    for (const [by, deed] of Object.entries(deeds)) {
      await expect(round.publish(run, { by, despite: 'x' })).rejects.toMatchObject(refused([deed]));
    }
    expect((await round.periodState()).releases).toEqual([]);
  });

  it('takes RUNNER, the name with a space or an invisible character, and its NFD form for the same person', async () => {
    const { round } = await ready();
    const name = 'Nguyễn Ánh';
    await round.appraise(hue, { awareness: '1' }, 'appraiser');
    const run = await round.run({ by: name });
    const spellings = [name.toUpperCase(), `${name} `, `Nguyễn\u200B Ánh`, name.normalize('NFD'), `  ${name}`];
    for (const by of spellings) await expect(round.publish(run, { by })).rejects.toMatchObject(refused(['ran']));
    expect(await round.publish(run, { by: 'Nguyễn Anh' })).toMatchObject({ number: 1 });
  });

  it('takes two sign-ins that are linked for one person, also when they are linked after the fact', async () => {
    const { engines, round, run } = await ready();
    await linkSignIns(engines.table, { issuer, subject: 'appraiser' }, { issuer, subject: 'releaser' });
    await expect(round.publish(run, { by: 'releaser' })).rejects.toMatchObject(refused(['appraised']));
  });

  it('lets somebody release whose own figures were replaced, for they are not in it', async () => {
    const { round, run } = await ready();
    expect(await round.publish(run, { by: 'earlier sender' })).toMatchObject({ number: 1 });
  });

  it('counts everybody who started any attempt of the run', async () => {
    const { round } = await ready();
    const [run, again] = [await round.run({ by: 'other' }), await round.run({ by: 'third' })];
    expect(again).toBe(run);
    for (const by of ['runner', 'other', 'third'])
      await expect(round.publish(run, { by })).rejects.toMatchObject(refused(['ran']));
  });
});
