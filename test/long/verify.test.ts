import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Big from 'big.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRound, receiveRound, releaseRound, runRound } from '../../infra/local/round/close-round.ts';
import { compareRelease } from '../../infra/local/round/compare-release.ts';
import { fetchRelease } from '../../infra/local/round/fetch-release.ts';
import { writeFiles } from '../../infra/local/round/files-on-disk.ts';
import { makeWorkbooks } from '../../infra/local/round/made-workbooks.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { runScript } from '../support/commands.ts';
import { signingKey } from '../support/forms.ts';
import { boot, makeStateDirectory } from '../support/running-pipeline.ts';

const verify = (directory: string) => runScript('infra/local/commands/verify.ts', [directory]);
const quietly = () => {};

let state: Awaited<ReturnType<typeof makeStateDirectory>>;
let source: string;
let files: Files;
let derived: string;

/** The four-index round of the 63, released; then what its main indices make of the 34. */
beforeAll(async () => {
  state = await makeStateDirectory();
  [source, derived] = [join(state.path, 'province63'), join(state.path, 'successors')];
  files = await releaseOf63();
  await writeFiles(source, files);
  const args = ['--release', source, '--group', 'province34', '--out', derived];
  const { status, stderr } = await runScript('infra/local/commands/successors.ts', args);
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => state.remove());

async function releaseOf63(): Promise<Files> {
  const pipeline = await boot(join(state.path, 'pipeline'));
  try {
    const round = { group: 'province63', period: '2024', ...(await makeWorkbooks('province63', signingKey)) };
    await receiveRound(round, pipeline, quietly);
    await closeRound(round, pipeline, quietly);
    const run = await runRound(round, pipeline, quietly);
    const { release } = await releaseRound(run!, pipeline, quietly);
    return await fetchRelease(release, pipeline);
  } finally {
    await pipeline.close();
  }
}

const readScoreboard = async (directory: string): Promise<Scoreboard> =>
  JSON.parse(await readFile(join(directory, 'scoreboard.json'), 'utf8'));

describe('the four-index round of the 63', () => {
  it('claims no total and no rank, because 300 of the points were not assessed', async () => {
    const { units, measures } = await readScoreboard(source);
    expect(units.map(({ rank }) => rank)).toEqual(units.map(() => null));
    expect(units).toHaveLength(63);
    expect(measures.map(({ measure }) => measure)).not.toContain('dti');
    const ranks = units.flatMap(({ scores }) => Object.values(scores).map(({ rank }) => rank));
    expect(new Set(ranks)).toEqual(new Set([null]));
  });
});

describe('successors', () => {
  it('carries over the published main indices: 92 of 92 of merged provinces, 44 of 44 of the others', async () => {
    const { units, release, derived_from } = await readScoreboard(derived);
    expect([release, derived_from]).toEqual(['dti/province34/2024/from-province63-r1', 'dti/province63/2024/r1']);
    const found = new Map(units.map(({ unit_id, scores }) => [unit_id, scores]));
    const four = ['infrastructure', 'activity_gov', 'activity_econ', 'activity_soc'];
    const merged = new Map(membersOf('province34', '2024').map((unit) => [unit.unit_id, unit.formed_from.length > 1]));
    const compared = round2024('province34').rows.flatMap(({ unit, values }) =>
      values
        .filter(({ indicator }) => four.includes(indicator))
        .map(({ indicator, value }) => ({
          isMerged: merged.get(unit.unit_id),
          isEqual: Big(found.get(unit.unit_id)![indicator]!.value).eq(value),
        })),
    );
    const equal = (isMerged: boolean) => compared.filter((one) => one.isMerged === isMerged && one.isEqual).length;
    expect([compared.length, equal(true), equal(false)]).toEqual([136, 92, 44]);
    expect(units.map(({ rank, scores }) => [rank, scores.dti])).toEqual(units.map(() => [null, undefined]));
  });
});

describe('successors --backcasts', () => {
  it('lays the official mean beside what cannot be summed or weighted, each in a named state', async () => {
    const path = join(state.path, 'backcasts.json');
    const args = ['--release', source, '--group', 'province34', '--backcasts', path];
    const { status, stdout } = await runScript('infra/local/commands/successors.ts', args);
    expect([status, stdout]).toEqual([0, expect.stringContaining('official_mean 34, as_if_merged 0, weighted 0')]);
    const { rounds } = JSON.parse(await readFile(path, 'utf8'));
    const { units } = await readScoreboard(derived);
    const own = new Map(units.map(({ unit_id, scores }) => [unit_id, scores.infrastructure!.value]));
    for (const { unit_id, official_mean, as_if_merged, weighted } of rounds[0].units) {
      expect(official_mean.scores.infrastructure.value).toBe(own.get(unit_id));
      expect([as_if_merged.state, weighted.state]).toEqual(['not_additive', 'weight_missing']);
    }
  });
});

describe('verify', () => {
  it('finds every byte the same, from the files alone', async () => {
    const verdicts = await compareRelease(files);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(Array(17 + 63).fill('same'));
  });

  it('ends with 0 on a release, here one derived from another', async () => {
    const { status, stdout, stderr } = await verify(derived);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/^same /gm)).toHaveLength(16);
  });

  it('ends with 1 and names the file of which one byte is not what was published', async () => {
    const damaged = join(state.path, 'damaged');
    await cp(source, damaged, { recursive: true });
    await writeFile(join(damaged, 'scoreboard.csv'), flip(files.get('scoreboard.csv')!));
    const { status, stdout } = await verify(damaged);
    expect([status, stdout.match(/^(?!same)\S+ +\S+\.\w+$/gm)]).toEqual([1, ['DIFFERENT  scoreboard.csv']]);
  });

  /** Changes one bit of the byte after the text, or of the one in the middle. */
  function flip(bytes: Uint8Array, after?: string): Uint8Array {
    const at = after ? Buffer.from(bytes).indexOf(after) + after.length : Math.floor(bytes.length / 2);
    return bytes.with(at, bytes[at]! ^ 1);
  }

  it.each([
    ['inputs/framework.json'],
    ['inputs/observations.parquet'],
    ['inputs/population.json'],
    ['manifest.json', '"release": "dti/province63/2024/r'],
    ['ranking.xlsx'],
    ['tinh-lai.xlsx'],
    ['scoreboard.json', '"inputs_sha256": "'],
  ])('lays the blame on %s alone', async (path, after?: string) => {
    const changed = new Map(files).set(path, flip(files.get(path)!, after));
    const blamed = (await compareRelease(changed)).filter(({ verdict }) => verdict !== 'same');
    expect(blamed.map((one) => one.path)).toEqual([path]);
  });

  it('names what is not there and what does not belong', async () => {
    const changed = new Map(files).set('notes.txt', new Uint8Array());
    changed.delete('ranking.xlsx');
    const verdicts = (await compareRelease(changed)).filter(({ verdict }) => verdict !== 'same');
    expect(verdicts).toEqual([
      { path: 'notes.txt', verdict: 'STRAY' },
      { path: 'ranking.xlsx', verdict: 'MISSING' },
    ]);
  });
});
