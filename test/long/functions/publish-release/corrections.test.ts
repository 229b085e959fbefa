import { afterEach, describe, expect, it, vi } from 'vitest';
import { releaseKey } from '../../../../shared/lake/keys.ts';
import { getObject } from '../../../../shared/lake/objects.ts';
import type { Corrections } from '../../../../shared/release/corrections/corrections.ts';
import type { Manifest } from '../../../../shared/release/manifest.ts';
import type { CorrectionReason } from '../../../../shared/release/selection.ts';
import { type Engines, openEngines } from '../../../support/engines.ts';
import { openRound, type TestRound } from '../../../support/released-round.ts';

const [hanoi, hue, danang] = ['P01-2025', 'P46-2025', 'P48-2025'] as const;
const reason: CorrectionReason = { text_vi: 'Đơn vị khai nhầm đơn vị tính', kind: 'input', found_by: 'công dân' };
const line = 'dti/province34/2024';

afterEach(() => vi.restoreAllMocks());

const textAt = async ({ publicBucket }: Engines, key: string): Promise<string> =>
  new TextDecoder().decode((await getObject(publicBucket, key))!.bytes);
const jsonAt = async <T>(engines: Engines, release: string, path: string): Promise<T> =>
  JSON.parse(await textAt(engines, releaseKey(release, path))) as T;
const pageOf = (engines: Engines, number: number) => textAt(engines, releaseKey(`${line}/r${number}`, 'index.html'));

/** Three units released as r1. */
async function released(): Promise<{ engines: Engines; round: TestRound }> {
  const engines = await openEngines();
  const round = await openRound(engines);
  for (const unit of [hanoi, hue, danang]) await round.receive(unit);
  await round.close();
  await round.publish(await round.run());
  return { engines, round };
}

const correct = async (round: TestRound, awareness: string) => {
  await round.resend(danang, { changes: { awareness } });
  return round.publish(await round.run({ reason }));
};

interface Board {
  units: { unit_id: string; scores: Record<string, { value: string; rank: number }> }[];
}

async function scoresOf(engines: Engines, release: string): Promise<Map<string, string>> {
  const { units } = await jsonAt<Board>(engines, release, 'scoreboard.json');
  return new Map(
    units.flatMap(({ unit_id, scores }) =>
      Object.entries(scores).map(([measure, { value, rank }]) => [`${unit_id} ${measure}`, `${value} ${rank}`]),
    ),
  );
}

/** Unit and measure of every score that r2 has and r1 had not. */
async function differingIn(engines: Engines): Promise<string[]> {
  const [before, after] = [await scoresOf(engines, `${line}/r1`), await scoresOf(engines, `${line}/r2`)];
  return [...after].flatMap(([key, score]) => (before.get(key) === score ? [] : [key])).sort();
}

async function toldIn(engines: Engines): Promise<string[]> {
  const { units } = await jsonAt<Corrections>(engines, `${line}/r2`, 'corrections.json');
  return units.flatMap(({ unit_id, scores }) => Object.keys(scores).map((measure) => `${unit_id} ${measure}`)).sort();
}

describe('row 9: r2 with a reason', () => {
  it('names r1 and the reason in the chain, in release.json and in corrections.json, which holds what the scoreboards differ in', async () => {
    const { engines, round } = await released();
    await correct(round, '0.5');
    const second = { release: `${line}/r2`, corrects: `${line}/r1` };
    expect((await round.periodState()).releases[1]).toMatchObject({ ...second, reason_vi: reason.text_vi });
    expect(await jsonAt(engines, second.release, 'release.json')).toMatchObject({ ...second, reason });
    expect(await jsonAt(engines, second.release, 'corrections.json')).toMatchObject({ ...second, reason });
    const { outputs } = await jsonAt<Manifest>(engines, second.release, 'manifest.json');
    expect(outputs.map(({ path }) => path)).toContain('corrections.json');
    expect(await toldIn(engines)).toEqual(await differingIn(engines));
    expect(await toldIn(engines)).not.toEqual([]);
  });

  it('tells every figure, value and rank that differs, each with its cause, and nothing that does not', async () => {
    const { engines, round } = await released();
    await round.appraise(hue, { security: '40' }, 'ministry-appraiser');
    await correct(round, '0.5');
    const { units, counts, averages } = await jsonAt<Corrections>(engines, `${line}/r2`, 'corrections.json');
    const byUnit = new Map(units.map((unit) => [unit.unit_id, unit]));
    expect(byUnit.get(danang)!.figures).toEqual([
      expect.objectContaining({ indicator: 'awareness', input: 'value', after: '0.5' }),
    ]);
    expect(byUnit.get(danang)!.scores.awareness).toMatchObject({ value_causes: ['figures'] });
    expect(byUnit.get(danang)!.scores).not.toHaveProperty('security.value_causes.0');
    expect(byUnit.get(hue)).toMatchObject({ figures: [], points: [{ indicator: 'security', before: null }] });
    expect(byUnit.get(hue)!.scores.security).toMatchObject({ value_causes: ['appraisal'], rank_causes: ['appraisal'] });
    const others = units.flatMap(({ unit_id, scores }) => (unit_id === hanoi ? Object.values(scores) : []));
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ value_causes, rank_causes }) => [value_causes, rank_causes])).toEqual(
      others.map(() => [[], ['others']]),
    );
    expect(counts).toMatchObject({ figures: 1, points: 1 });
    expect(averages.map(({ measure }) => measure)).toContain('awareness');
  });

  it('stands with its reason on the page of both, and in no other', async () => {
    const { engines, round } = await released();
    for (const awareness of ['0.5', '0.6']) await correct(round, awareness);
    const [first, second, third] = [await pageOf(engines, 1), await pageOf(engines, 2), await pageOf(engines, 3)];
    const why = 'Lý do: Đơn vị khai nhầm đơn vị tính. Loại: sai số liệu đầu vào. Phát hiện bởi: công dân.';
    expect(first).toContain('Đợt này đã được thay bằng đợt r2.');
    expect(first).toContain(why);
    expect(first).not.toMatch(/r3|đã đính chính đợt/);
    expect(second).toContain('Đợt này đã được thay bằng đợt r3.');
    expect(second).toMatch(/Đợt này đã đính chính đợt <a[^>]*>r1 /);
    expect(third).toMatch(/Đợt này đã đính chính đợt <a[^>]*>r2 /);
    expect(third).not.toContain('thay bằng');
    expect(await textAt(engines, 'index.html')).toMatch(/Đợt này đã đính chính đợt <a[^>]*>r2 /);
  });
});
