import { describe, expect, it } from 'vitest';
import { recomputeRelease } from '../../infra/local/round/recompute-release.ts';
import { goldenOf, readGolden } from '../support/golden.ts';

describe('the 2024 release as it once was', () => {
  it('is made again byte for byte, because the same inputs give the same bytes under newer code too', async () => {
    const kept = await readGolden();
    const made = goldenOf(await recomputeRelease(kept, 'dti/province34/2024/r1'));
    expect([...made.keys()].sort()).toEqual([...kept.keys()].sort());
    for (const [path, bytes] of kept) {
      expect(`${path}\n${Buffer.from(made.get(path)!).toString('latin1')}`).toBe(
        `${path}\n${Buffer.from(bytes).toString('latin1')}`,
      );
    }
  });
});
