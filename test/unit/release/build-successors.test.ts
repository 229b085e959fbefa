import { describe, expect, it } from 'vitest';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { freezeSuccessors, predecessorScores, scoreSuccessorFiles } from '../../../shared/release/build-successors.ts';
import { frameworkPath } from '../../../shared/release/frozen-inputs.ts';

const framework = await loadFramework('dti-province-922');
const published = (...mainIndices: string[]) =>
  Object.fromEntries(mainIndices.map((code) => [code, { value: '0.5000', points: '50', max_points: '100', rank: 1 }]));
const all = framework.main_indices.map(({ main_index }) => main_index);

describe('a successor of which a predecessor has no value', () => {
  it('has none, and does not keep the others from theirs', () => {
    // Hải Phòng is whole; of Tuyên Quang one predecessor lacks a main index; of Ninh Bình one is not there.
    const units = [
      ...['P30', 'P31', 'P08', 'P36', 'P37'].map((unit_id) => ({ unit_id, scores: published(...all) })),
      { unit_id: 'P02', scores: published(...all.slice(1)) },
    ];
    const scoreboard = JSON.stringify({ period: '2024', units });
    const texts = { 'scoreboard.json': scoreboard, [frameworkPath]: frameworkDocument(framework) };
    const files = new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
    const frozen = freezeSuccessors(files, 'province34');

    const carried = new Set(scoreSuccessorFiles(frozen).measure_scores.map(({ unit_id }) => unit_id));
    expect([...carried]).toEqual(['P31-2025']);
    expect(new Set(predecessorScores(frozen).rows.map(({ unit_id }) => unit_id))).toEqual(carried);
  });
});
