import { describe, expect, it } from 'vitest';
import { freezeHistory, readFrozenHistory, renderHistory } from '../../../../shared/release/history/frozen-history.ts';
import { buildProvinceScoreboard, withMissing } from '../../../support/scoreboard-builder.ts';

const year = buildProvinceScoreboard();
const quarter = {
  ...withMissing(buildProvinceScoreboard(), 'P46-2025'),
  ...{ release: 'dti/province34/2025-Q1/r2', period: '2025-Q1', closing_date: '2025-03-31' },
};

describe('freezeHistory', () => {
  it('keeps of each release what its units are read by, oldest first whatever the order given', () => {
    const { releases } = freezeHistory([quarter, year]);
    expect(releases.map(({ release }) => release)).toEqual([year.release, quarter.release]);
    const [{ measures, units, ranked_count }] = releases as [(typeof releases)[number]];
    const [first] = year.units;
    expect(ranked_count).toBe(year.ranked_count);
    expect(units[first!.unit_id]).toEqual({
      rank: first!.rank,
      values: measures.map((measure) => first!.scores[measure]?.value ?? null),
    });
    expect(measures).not.toContain('pillar_gov');
  });

  it('leaves out a unit without a value: it is not zero', () => {
    const missing = quarter.units.filter(({ state }) => state === 'not_submitted').map(({ unit_id }) => unit_id);
    const [, second] = freezeHistory([year, quarter]).releases;
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((unitId) => unitId in second!.units)).toEqual([]);
  });

  it('is read back as it was written, and absent where there was nothing before', () => {
    const history = freezeHistory([year]);
    const bytes = new TextEncoder().encode(renderHistory(history));
    expect(readFrozenHistory(new Map([['inputs/history.json', bytes]]))).toEqual(history);
    expect(readFrozenHistory(new Map())).toBeNull();
  });
});
