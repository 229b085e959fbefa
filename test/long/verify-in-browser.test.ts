import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { readRows } from '../../shared/lake/read-rows.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { isEqual } from '../../shared/release/verify/verification.ts';
import { verifyRelease } from '../../shared/release/verify/verify-release.ts';
import { officialWeights, reweigh } from '../../shared/scoring/reweigh.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { releaseOfQuarter } from '../support/made-release.ts';

/** What the script of the site does with a round of every rule; `test/office/site/` has it in a browser. */

let files: Files;
beforeAll(async () => {
  files = await releaseOfQuarter();
});

describe('a round of 47 indicators, with missing units, carried figures and a decision on points', () => {
  it('is found equal, file by file and figure by figure', async () => {
    const deps = {
      sha256: async (bytes: Uint8Array) => sha256Of(bytes),
      rows: (_: string, bytes: Uint8Array) => readRows(bytes),
    };
    const found = await verifyRelease(files, deps);
    expect(found.files.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    expect([found.unscored, found.figures!.elsewhere]).toEqual([null, []]);
    expect(found.figures!.figures.filter((figure) => !isEqual(figure))).toEqual([]);
    expect(found.figures!.figures.length).toBeGreaterThan(1_500);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['inputs/answers.parquet', 'inputs/appraisals.parquet']));
  });

  it('keeps its values and ranks under its own weights, and has none for who sent nothing', () => {
    const scoreboard: Scoreboard = JSON.parse(new TextDecoder().decode(files.get('scoreboard.json')));
    const official = scoreboard.units.map(({ unit_id, rank, scores }) => ({
      unit_id,
      value: scores.dti?.value ?? null,
      rank,
    }));
    expect(reweigh(scoreboard, officialWeights(scoreboard))).toEqual(official);
    expect(official.filter(({ value }) => value === null)).toHaveLength(2);
  });
});
