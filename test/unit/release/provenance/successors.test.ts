import { describe, expect, it } from 'vitest';
import { frameworkDocument } from '../../../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { buildSuccessors, freezeSuccessors, scoreSuccessorFiles } from '../../../../shared/release/build-successors.ts';
import { frameworkPath } from '../../../../shared/release/frozen-inputs.ts';
import { provenanceOf } from '../../../../shared/release/provenance/provenance-of.ts';
import { readTracedRelease } from '../../../../shared/release/provenance/traced-release.ts';

const framework = await loadFramework('dti-province-922');
const mainIndices = framework.main_indices.map(({ main_index }) => main_index);
const scoresOf = (value: string, codes = mainIndices) =>
  Object.fromEntries(codes.map((code) => [code, { value, points: '50', max_points: '100', rank: 1 }]));

/** Hải Phòng is whole; of Tuyên Quang one predecessor lacks a main index. */
const predecessors = {
  ...{ release: 'dti/province63/2024/r1', index: 'dti', group: 'province63', period: '2024' },
  units: [
    { unit_id: 'P30', unit_name_vi: 'Hải Dương', scores: scoresOf('0.5000') },
    { unit_id: 'P31', unit_name_vi: 'Hải Phòng', scores: scoresOf('0.6001') },
    { unit_id: 'P08', unit_name_vi: 'Tuyên Quang', scores: scoresOf('0.4000') },
    { unit_id: 'P02', unit_name_vi: 'Hà Giang', scores: scoresOf('0.4000', mainIndices.slice(1)) },
  ],
};

async function trace() {
  const texts = { 'scoreboard.json': JSON.stringify(predecessors), [frameworkPath]: frameworkDocument(framework) };
  const source = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const inputFiles = freezeSuccessors(source, 'province34');
  const scores = scoreSuccessorFiles(inputFiles);
  const files = await buildSuccessors(inputFiles, scores, async () => new Map());
  return readTracedRelease({ files, scores, provenance: null });
}

describe('provenance of a successor', () => {
  it('of a main index is the mean of its predecessors, by name and value', async () => {
    const { ground, result, derived_from, files, unit } = provenanceOf(await trace(), 'P31-2025', 'security');
    expect([derived_from, files, unit.formed_from_vi]).toEqual([predecessors.release, [], ['Hải Dương', 'Hải Phòng']]);
    expect(result).toMatchObject({ state: 'published', value: '0.5501', rank: null });
    expect(ground).toEqual({
      kind: 'predecessors',
      // 1.1001 / 2 = 0.55005: a half goes up.
      working: { values: ['0.5000', '0.6001'], value: '0.5501', exact: false },
      predecessors: [
        { unit_id: 'P30', name_vi: 'Hải Dương', value: '0.5000' },
        { unit_id: 'P31', name_vi: 'Hải Phòng', value: '0.6001' },
      ],
    });
  });

  it('of a total adds up its main indices, as everywhere', async () => {
    const { ground } = provenanceOf(await trace(), 'P31-2025', 'dti');
    expect(ground).toMatchObject({
      kind: 'measures',
      working: { points: '550.1', max_points: '1000', value: '0.5501' },
    });
  });

  it('says which predecessor lacks a value, where there is none', async () => {
    const release = await trace();
    const { ground, result } = provenanceOf(release, 'P08-2025', mainIndices[0]!);
    expect(result).toEqual({ state: 'no_data' });
    expect(ground).toMatchObject({ working: null, predecessors: [{ value: null }, { value: '0.4000' }] });
    // Those who have one are told beside; the unit has none of any main index.
    expect(provenanceOf(release, 'P08-2025', mainIndices[1]!)).toMatchObject({ result: { state: 'no_data' } });
  });
});
