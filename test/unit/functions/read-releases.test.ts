import { describe, expect, it } from 'vitest';
import { readReleaseList } from '../../../functions/read-releases/read-releases.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { openEngines } from '../../support/engines.ts';
import { openRound } from '../../support/released-round.ts';

const hanoi = 'P01-2025';

describe('readReleaseList', () => {
  it('tells what was released, by which office and persons, and what took its place', async () => {
    const engines = await openEngines();
    const round = await openRound(engines);
    await round.receive(hanoi);
    await round.close();
    await round.publish(await round.run());
    await round.resend(hanoi, { changes: { awareness: '0.5' } });
    const reason = { text_vi: 'Khai nhầm', kind: 'input', found_by: 'công dân' } as const;
    await round.publish(await round.run({ reason }));
    const list = await readReleaseList(round.of, callerWith({ role: 'appraiser' }), engines);
    expect(list.releases).toMatchObject([
      {
        release: 'dti/province34/2024/r2',
        corrects: 'dti/province34/2024/r1',
        reason_vi: 'Khai nhầm',
        superseded_by: null,
      },
      { release: 'dti/province34/2024/r1', corrects: null, superseded_by: 'dti/province34/2024/r2', despite_vi: null },
    ]);
    const [{ run_by, released_by, office } = { run_by: [], released_by: '', office: '' }] = list.releases;
    expect([...run_by, released_by]).toEqual([expect.stringMatching(/^p-/), expect.stringMatching(/^p-/)]);
    expect(office).toMatch(/^Bộ/);
    expect(undescribed(list, 'ReleaseList')).toEqual([]);
    const officer = callerWith({ role: 'officer', unit_id: hanoi });
    await expect(readReleaseList(round.of, officer, engines)).rejects.toMatchObject({ code: 'role-refused' });
  });
});
