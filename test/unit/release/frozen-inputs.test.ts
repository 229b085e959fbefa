import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../shared/frameworks/framework-document.ts';
import {
  answersPath,
  appraisalsPath,
  type FrozenInputs,
  inputFilesOf,
  readFrozenInputs,
  requiredInputPaths,
  writeFrozenInputs,
} from '../../../shared/release/frozen-inputs.ts';
import { groupOf } from '../../../shared/units/groups.ts';
import { sketchFramework, sketchRound } from '../../support/scoring-round.ts';

const figure = (input: string, decimals: number) => ({ input, decimals, minimum: null, maximum: null });
const sketch = sketchFramework(
  {
    share: { rule: 'ratio', inputs: [figure('numerator', 2), figure('denominator', 0)] },
    steps: { rule: 'count_tiers', inputs: [figure('count', 0)], tiers: [{ key: '1', points: '10', label_vi: 'một' }] },
  },
  {
    ...{ title_vi: 'Thử', title_en: 'Trial' },
    legal_reference: { title_vi: 'Thử', number: '1', issued: '2026', url: 'https://example.org' },
  },
);
const { sha256, ...content } = sketch;
const framework = { ...content, sha256: digestOf(content) };
const plain = sketchRound(framework, {
  U1: { share: { figures: { denominator: '4', numerator: '1.25' } }, steps: { figures: { count: '3' } } },
});
const special = sketchRound(framework, {
  U1: { share: { state: 'not_due' }, steps: { figures: { count: '3' }, appraised: '7.5000' } },
});

const inputsOf = ({ observations, answers = [], appraisals = [] }: typeof plain): FrozenInputs => ({
  group: JSON.parse(JSON.stringify(groupOf('province34'))),
  period: '2026-Q3',
  closing_date: '2026-09-30',
  framework,
  units: [
    {
      ...{ unit_id: 'U1', name_vi: 'Một', submitted: true, ranked: true },
      ...{ submission_sha256: 's', formed_from_vi: [] },
    },
  ],
  observations,
  answers,
  appraisals,
});

describe('writeFrozenInputs', () => {
  it('writes a file of answers or appraisals only where there are any, so that earlier releases keep their bytes', () => {
    expect([...writeFrozenInputs(inputsOf(plain)).keys()]).toEqual(requiredInputPaths);
    expect([...writeFrozenInputs(inputsOf(special)).keys()]).toEqual([
      ...requiredInputPaths,
      answersPath,
      appraisalsPath,
    ]);
  });

  it.each([
    ['plain answers', inputsOf(plain)],
    ['states and appraisals', inputsOf(special)],
  ])('is reversed by readFrozenInputs: %s', async (_, inputs) => {
    expect(await readFrozenInputs(writeFrozenInputs(inputs))).toMatchObject(inputs);
  });
});

describe('inputFilesOf', () => {
  const files = writeFrozenInputs(inputsOf(special));

  it('takes the optional files that are there, and nothing that is not an input', () => {
    const all = new Map([...files, ['scoreboard.json', new Uint8Array()], ['inputs/stray.txt', new Uint8Array()]]);
    expect([...inputFilesOf(all).keys()].sort()).toEqual([...files.keys()].sort());
  });

  it('refuses a release without a file that every release has', () => {
    const without = new Map([...files].filter(([path]) => path !== 'inputs/population.json'));
    expect(() => inputFilesOf(without)).toThrow(/RELEASE_FILE_MISSING/);
  });
});
