import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { closeRound, receiveRound, releaseRound, runRound } from '../../infra/local/round/close-round.ts';
import { compareRelease } from '../../infra/local/round/compare-release.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { digestOf } from '../../shared/frameworks/framework-document.ts';
import type { Changes } from '../../shared/release/changes/changes.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Manifest } from '../../shared/release/manifest.ts';
import { issueForm } from '../../shared/submission/form/issue-form.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { signingKey } from '../support/forms.ts';
import { framework, threeUnits } from '../support/round-workbooks.ts';
import { boot, get, makeStateDirectory } from '../support/running-pipeline.ts';

const group = 'province34';
const [haNoi, hue, daNang] = threeUnits;
const published = round2024(group);
const quietly = () => {};

/** The same decision amended: nothing counts but network security. */
const { sha256: _, ...content } = framework;
const amendedContent = {
  ...content,
  version: 'amended',
  indicators: framework.indicators.map((one) => ({ ...one, assessed: one.main_index === 'security' })),
};
const amended: Framework = { ...amendedContent, sha256: digestOf(amendedContent) };

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let pipeline: Pipeline;
const releases = new Map<string, Files>();

beforeAll(async () => {
  state = await makeStateDirectory();
  pipeline = await boot(state.path);
  await releasePeriod('2023', framework);
  await releasePeriod('2024', framework, { [daNang]: { awareness: '0.1', institutions: '0.1', security: '1' } });
  await releasePeriod('2025', amended);
});

afterAll(async () => {
  await pipeline?.close();
  await state.remove();
});

type Figures = Record<string, Record<string, string>>;

/** The three units' figures of 2024, with changes, as a round of any year. */
async function releasePeriod(period: string, by: Framework, changes: Figures = {}): Promise<void> {
  const files = [];
  for (const unitId of threeUnits) {
    const { unit, values } = published.rows.find((row) => row.unit.unit_id === unitId)!;
    const asked = values.filter(({ indicator }) => by.indicators.find((one) => one.indicator === indicator)!.assessed);
    const figures = asked.map((one) => ({ ...one, value: changes[unitId]?.[one.indicator] ?? one.value }));
    const form = issueForm({ unit, group, period, framework: by, values: figures }, signingKey);
    files.push({ name: `${unitId}.xlsx`, bytes: await writeTemplate(form) });
  }
  const received = await receiveRound({ group, period, framework: by, files }, pipeline, quietly);
  expect(received.submissions.filter(({ accepted }) => !accepted)).toEqual([]);
  await closeRound({ group, period }, pipeline, quietly);
  const run = await runRound({ group, period }, pipeline, quietly);
  expect(run).toMatchObject({ failure: null });
  const { release } = await releaseRound(run!, pipeline, quietly);
  releases.set(period, await fetchRelease(release, pipeline));
}

const jsonOf = <T>(period: string, path: string) =>
  JSON.parse(new TextDecoder().decode(releases.get(period)!.get(path)!)) as T;
const changesOf = (period: string) => jsonOf<Changes>(period, 'changes.json');
const partsOf = (period: string, unitId: string) =>
  changesOf(period).units.find(({ unit_id }) => unit_id === unitId)!.rank_parts;

describe('a release and the one before it', () => {
  it('has no trace of changes where there is nothing to compare with', () => {
    expect([...releases.get('2023')!.keys()].filter((path) => /changes|previous/.test(path))).toEqual([]);
  });

  it('freezes the last comparable release byte for byte and promises the changes against it', () => {
    const files = releases.get('2024')!;
    expect(files.get('inputs/previous.json')).toEqual(releases.get('2023')!.get('scoreboard.json'));
    const { inputs, outputs } = jsonOf<Manifest>('2024', 'manifest.json');
    expect(inputs.map(({ path }) => path)).toContain('inputs/previous.json');
    // By the same framework too: which indicators changed, and why, is read from what was scored then.
    expect(files.get('inputs/previous/observations.parquet')).toEqual(
      releases.get('2023')!.get('inputs/observations.parquet'),
    );
    expect([...files.keys()]).toContain('comparison.xlsx');
    expect(outputs.map(({ path }) => path)).toContain('changes.json');
    expect(changesOf('2024')).toMatchObject({
      against: { release: 'dti/province34/2023/r1', period: '2023' },
      method: 'unchanged',
    });
  });

  it('splits the change of rank: a fall of its own, a rise by others', () => {
    expect(partsOf('2024', daNang)).toEqual({ own: 0, others: 0, method: 0, merger: 0 });
    const daNangScores = changesOf('2024').units.find(({ unit_id }) => unit_id === daNang)!.scores;
    expect(daNangScores.security).toMatchObject({
      value_after: '1.0000',
      rank_before: 3,
      rank_after: 1,
      rank_change: 2,
    });
    expect(daNangScores.awareness!.value_change).toBe('-0.9000');
  });

  it('scores the figures of the year before again by an amended framework, and calls that part the method', () => {
    expect(releases.get('2025')!.has('inputs/previous/observations.parquet')).toBe(true);
    expect(changesOf('2025').method).toBe('rescored');
    // Under security alone the figures of 2024 put Huế and Đà Nẵng at 1.0000; then Đà Nẵng fell back.
    expect(partsOf('2025', haNoi)).toEqual({ own: 0, others: 1, method: -2, merger: 0 });
    expect(partsOf('2025', hue)).toEqual({ own: 0, others: 0, method: 1, merger: 0 });
    expect(partsOf('2025', daNang)).toEqual({ own: -2, others: 0, method: 2, merger: 0 });
  });

  it('is made again from its own files to the byte', async () => {
    const verdicts = await compareRelease(releases.get('2025')!);
    expect(verdicts.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    expect(verdicts.map(({ path }) => path)).toContain('changes.json');
  });

  it('lays damage to the earlier scoreboard on that file', async () => {
    const bytes = releases.get('2024')!.get('inputs/previous.json')!;
    const damaged = new Map(releases.get('2024')!).set('inputs/previous.json', bytes.with(9, bytes[9]! ^ 1));
    const verdicts = (await compareRelease(damaged)).filter(({ verdict }) => verdict !== 'same');
    expect(verdicts).toEqual([{ path: 'inputs/previous.json', verdict: 'DAMAGED' }]);
  });

  it('says on the front page and in the workbook what the changes are measured against', async () => {
    const page = await (await get(pipeline, '/')).text();
    expect(page).toContain('So với đợt công bố r1 năm 2024.');
    const strings = (period: string) =>
      Object.entries(unzipSync(releases.get(period)!.get('ranking.xlsx')!))
        .filter(([name]) => /sharedStrings|workbook\.xml$/.test(name))
        .map(([, part]) => new TextDecoder().decode(part))
        .join('');
    expect(strings('2024')).toContain('So với đợt trước');
    expect(strings('2024')).toContain('So với đợt công bố r1 năm 2023.');
    expect(strings('2023')).not.toContain('So với đợt trước');
  });
});
