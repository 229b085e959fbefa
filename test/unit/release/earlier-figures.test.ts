import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../shared/frameworks/framework-document.ts';
import { runKey } from '../../../shared/lake/keys.ts';
import { type Bucket, putObject } from '../../../shared/lake/objects.ts';
import { readEarlierFigures } from '../../../shared/release/earlier-figures.ts';
import { writeFrozenInputs } from '../../../shared/release/frozen-inputs.ts';
import { writePrepared } from '../../../shared/release/run-files.ts';
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

const selected = (period: string) => ({
  ...{ release: `dti/province34/${period}/r1`, run_id: `run-${period}`, framework_sha256: framework.sha256 },
});

/** A released period in which these units declared; the others are members without a submission. */
async function release(lake: Bucket, period: string, before: string | null, units: string[]): Promise<void> {
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
  await writePrepared(lake, `run-${period}`, writeFrozenInputs({ ...round, observations, answers, appraisals }));
  const previous = before === null ? {} : { previous: selected(before) };
  await putObject(lake, runKey(`run-${period}`, 'selection.json'), JSON.stringify({ period, ...previous }));
}

async function startLake(): Promise<Bucket> {
  return { client: (await startTestS3()).client, name: 'lake-bucket' };
}

describe('readEarlierFigures', () => {
  it('finds the figures of a unit that left out a quarter, back to the last year and no further', async () => {
    const lake = await startLake();
    await release(lake, '2024', null, ['U1', 'U2']);
    await release(lake, '2025', '2024', ['U1']);
    await release(lake, '2026-Q1', '2025', ['U2']);
    await release(lake, '2026-Q2', '2026-Q1', ['U2']);
    const earlier = await readEarlierFigures(framework, '2026-Q3', selected('2026-Q2'), lake);
    expect([earlier('U1')?.period, earlier('U2')?.period]).toEqual(['2025', '2026-Q2']);
    expect(earlier('U1')?.observations).toMatchObject([{ unit_id: 'U1', indicator: 'plan', value: '1' }]);

    const first = await readEarlierFigures(framework, '2026-Q1', selected('2025'), lake);
    expect([first('U1')?.period, first('U2')]).toEqual(['2025', null]);
    const year = await readEarlierFigures(framework, '2026', selected('2026-Q2'), lake);
    expect(year('U1')).toBeNull();
  });

  it('brings appraisals along, but not out of another maximum', async () => {
    const lake = await startLake();
    await release(lake, '2025', null, ['U1']);
    const pointsBy = async (max_points: string) => {
      const indicators = framework.indicators.map((one) => ({ ...one, max_points }));
      const earlier = await readEarlierFigures({ ...framework, indicators }, '2026-Q1', selected('2025'), lake);
      return earlier('U1')?.appraisals.map(({ points }) => points);
    };
    expect(await pointsBy(framework.indicators[0]!.max_points)).toEqual(['3.0000']);
    expect(await pointsBy('777')).toEqual([]);
  });
});
