import { describe, expect, it } from 'vitest';
import { buildCorrections } from '../../../../shared/release/corrections/build-corrections.ts';
import { correctedPath, correctionPath } from '../../../../shared/release/frozen-inputs.ts';
import { renderScoreboardJson } from '../../../../shared/release/scoreboard-json.ts';
import { buildProvinceScoreboard } from '../../../support/scoreboard-builder.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe('buildCorrections', () => {
  it('faults where the release that lies in it is not the one that it names', async () => {
    const before = buildProvinceScoreboard();
    const now = { ...before, release: 'dti/province34/2024/r3' };
    const files = new Map(
      ['framework.json', 'observations.parquet', 'population.json'].map((path) => [
        `inputs/corrected/${path}`,
        encode(''),
      ]),
    );
    files.set(correctionPath, encode(JSON.stringify({ corrects: 'dti/province34/2024/r2', reason: null })));
    files.set(correctedPath, encode(renderScoreboardJson(before)));
    await expect(buildCorrections(now, files)).rejects.toThrow(
      'CORRECTION_MISMATCHED: dti/province34/2024/r3 corrects dti/province34/2024/r2, and holds dti/province34/2024/r1',
    );
  });
});
