import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { digestOf } from '../../../shared/frameworks/framework-document.ts';
import { preparedKey, runKey } from '../../../shared/lake/keys.ts';
import { type Bucket, putObject } from '../../../shared/lake/objects.ts';
import { readEarlierFigures } from '../../../shared/release/earlier-figures.ts';
import { type Files, populationPath, writeFrozenInputs } from '../../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../../shared/release/manifest.ts';
import { writePrepared } from '../../../shared/release/run-files.ts';
import { runIdOf, type SelectedPrevious, type Selection } from '../../../shared/release/selection.ts';
import { groupOf } from '../../../shared/units/groups.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';
import { sketchFramework, sketchRound } from '../../support/scoring-round.ts';

const legal_reference = { title_vi: 'Thử', number: '1', issued: '2026', url: 'https://example.org' };
const inputs = [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }];
const sketch = sketchFramework(
  { plan: { rule: 'yes_no', inputs } },
  { title_vi: 'Thử', title_en: 'Trial', legal_reference },
);
const { sha256: _unread, ...content } = sketch;
const framework = { ...content, sha256: digestOf(content) };

/** A released period in which these units declared; the others are members without a submission. */
async function release(
  lake: Bucket,
  period: string,
  previous: SelectedPrevious | null,
  units: string[],
): Promise<SelectedPrevious> {
  const figures = Object.fromEntries(
    units.map((unit_id) => [unit_id, { plan: { figures: { answer: '1' }, appraised: '3.0000' } }]),
  );
  const { observations, answers = [], appraisals = [] } = sketchRound(framework, figures);
  const population = ['U1', 'U2'].map((unit_id) => ({
    ...{ unit_id, name_vi: unit_id, submitted: units.includes(unit_id), ranked: true },
    ...{ submission_sha256: null, formed_from_vi: [] },
  }));
  const group = JSON.parse(JSON.stringify(groupOf('province34')));
  const round = { group, period, closing_date: '2026-01-01', framework, units: population };
  const selection = { period, ...(previous ? { previous } : {}) } as Selection;
  const run_id = runIdOf(selection);
  const files = writeFrozenInputs({ ...round, observations, answers, appraisals });
  const manifest = new TextEncoder().encode(JSON.stringify({ inputs: hashed(files), outputs: [] }));
  await writePrepared(lake, run_id, new Map(files).set(manifestPath, manifest));
  await putObject(lake, runKey(run_id, 'selection.json'), JSON.stringify(selection));
  const named = { release: `dti/province34/${period}/r1`, run_id, framework_sha256: framework.sha256 };
  return { ...named, manifest_sha256: sha256Of(manifest) };
}

const hashed = (files: Files) => [...files].map(([path, bytes]) => ({ path, sha256: sha256Of(bytes) }));

async function startLake(): Promise<Bucket> {
  return { client: (await startTestS3()).client, name: 'lake-bucket' };
}

describe('readEarlierFigures', () => {
  it('finds the figures of a unit that left out a quarter, back to the last year and no further', async () => {
    const lake = await startLake();
    const before = await release(lake, '2024', null, ['U1', 'U2']);
    const year = await release(lake, '2025', before, ['U1']);
    const quarter = await release(lake, '2026-Q1', year, ['U2']);
    const last = await release(lake, '2026-Q2', quarter, ['U2']);
    const earlier = await readEarlierFigures(framework, '2026-Q3', last, lake);
    expect([earlier('U1')?.period, earlier('U2')?.period]).toEqual(['2025', '2026-Q2']);
    expect(earlier('U1')?.observations).toMatchObject([{ unit_id: 'U1', indicator: 'plan', value: '1' }]);

    const first = await readEarlierFigures(framework, '2026-Q1', year, lake);
    expect([first('U1')?.period, first('U2')]).toEqual(['2025', null]);
    const whole = await readEarlierFigures(framework, '2026', last, lake);
    expect(whole('U1')).toBeNull();
  });

  it('row 1: stops where the earlier release is not the one that went out', async () => {
    const lake = await startLake();
    const year = await release(lake, '2025', null, ['U1']);
    const other = { ...year, manifest_sha256: 'a'.repeat(64) };
    const changed = { code: 'RUN_FILE_CHANGED' };
    await expect(readEarlierFigures(framework, '2026-Q1', other, lake)).rejects.toMatchObject(changed);
    await putObject(lake, preparedKey(year.run_id, populationPath), '{}');
    await expect(readEarlierFigures(framework, '2026-Q1', year, lake)).rejects.toMatchObject(changed);
  });

  it('brings appraisals along, but not out of another maximum', async () => {
    const lake = await startLake();
    const year = await release(lake, '2025', null, ['U1']);
    const pointsBy = async (max_points: string) => {
      const indicators = framework.indicators.map((one) => ({ ...one, max_points }));
      const earlier = await readEarlierFigures({ ...framework, indicators }, '2026-Q1', year, lake);
      return earlier('U1')?.appraisals.map(({ points }) => points);
    };
    expect(await pointsBy(framework.indicators[0]!.max_points)).toEqual(['3.0000']);
    expect(await pointsBy('777')).toEqual([]);
  });
});
