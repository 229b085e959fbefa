import { describe, expect, it } from 'vitest';
import { readPreview } from '../../../functions/read-preview/read-preview.ts';
import { readPreparedText } from '../../../shared/release/run-files.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { openEngines } from '../../support/engines.ts';
import { openRound } from '../../support/released-round.ts';

const [hanoi, hue, danang] = ['P01-2025', 'P46-2025', 'P48-2025'] as const;
const problem = (status: number, code: string) => expect.objectContaining({ status, code });

async function shown() {
  const engines = await openEngines();
  const round = await openRound(engines);
  for (const unit of [hanoi, hue]) await round.receive(unit);
  await round.appraise(hue, { security: '40' }, 'ministry-appraiser');
  await round.close();
  const run = await round.run();
  const read = (unit_id: string, changes: Parameters<typeof callerWith>[0] = { role: 'officer', unit_id }) =>
    readPreview({ ...round.of, unit_id }, callerWith(changes), { ...engines, now: round.now });
  return { engines, round, run, read };
}

describe('readPreview', () => {
  it('is nothing until the ministry opens it, and nothing again once it is released', async () => {
    const { round, run, read } = await shown();
    await expect(read(hue)).rejects.toEqual(problem(409, 'preview-unopened'));
    await round.show(run);
    expect(await read(hue)).toMatchObject({ open: true, until: '2099-10-10' });
    await round.publish(run, { now: () => new Date('2099-10-11T00:00:00.000Z') });
    await expect(read(hue)).rejects.toEqual(problem(409, 'preview-unopened'));
  });

  it('tells the unit its value, rank and points as they would be published, and why points were decided', async () => {
    const { engines, round, run, read } = await shown();
    await round.show(run);
    const preview = await read(hue);
    const published = JSON.parse(await readPreparedText(engines.lake, run, 'scoreboard.json'));
    const own = published.units.find(({ unit_id }: { unit_id: string }) => unit_id === hue);
    expect(preview).toMatchObject({ state: 'ranked', rank: own.rank, ranked_count: 2, unit_count: 34 });
    const values = Object.fromEntries(preview.measures.map(({ measure, value }) => [measure, value]));
    expect(values.dti).toBe(own.scores.dti.value);
    const security = preview.indicators.find(({ indicator }) => indicator === 'security');
    expect(security).toMatchObject({ appraised_points: expect.stringMatching(/^40/), reason: 'Thiếu hồ sơ' });
    expect(preview.indicators.filter(({ reason }) => reason !== null)).toHaveLength(1);
    expect(undescribed(preview, 'UnitPreview')).toEqual([]);
  });

  it('holds nothing of any other unit, and no person', async () => {
    const { round, run, read } = await shown();
    await round.show(run);
    const preview = await read(hue);
    expect(JSON.stringify(preview)).not.toMatch(/P01-2025|Hà Nội|p-[0-9a-f-]{30}/);
    expect(new Set(preview.indicators.map(({ indicator }) => indicator)).size).toBe(preview.indicators.length);
    expect(await read(danang)).toMatchObject({ state: 'not_submitted', rank: null, indicators: [] });
  });

  it('is the unit’s own and the publisher’s alone', async () => {
    const { round, run, read } = await shown();
    await round.show(run);
    expect(await read(hue, { role: 'certifier', unit_id: hue })).toMatchObject({ unit_id: hue });
    expect(await read(hue, {})).toMatchObject({ unit_id: hue });
    await expect(read(hue, { role: 'officer', unit_id: hanoi })).rejects.toEqual(problem(403, 'foreign-unit'));
    for (const role of ['appraiser', 'operator'] as const)
      await expect(read(hue, { role })).rejects.toEqual(problem(403, 'role-refused'));
  });

  it('is read from what the run’s manifest promises', async () => {
    const { engines, run } = await shown();
    await expect(readPreparedText(engines.lake, run, 'no-such-file')).rejects.toMatchObject({
      code: 'RUN_FILE_MISSING',
    });
  });
});
