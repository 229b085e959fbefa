import { describe, expect, it } from 'vitest';
import { round2024 } from '../../../sample-data/rounds.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';

describe('round2024', () => {
  it.each([
    ['province34', 34, 8],
    ['province63', 63, 4],
  ] as const)(
    '%s has %i different units with %i figures each, those that its framework assesses',
    async (group, units, figures) => {
      const round = round2024(group);
      const framework = await loadFramework(round.framework);
      const assessed = framework.indicators.filter((indicator) => indicator.assessed).map(({ indicator }) => indicator);
      expect(assessed).toHaveLength(figures);
      expect(new Set(round.rows.map(({ unit }) => unit.unit_id)).size).toBe(units);
      expect(
        round.rows.every(({ values }) => values.map(({ indicator }) => indicator).join() === assessed.join()),
      ).toBe(true);
    },
  );

  it('holds figures as canonical decimal text, as observations do', () => {
    const values = round2024('province34').rows[0]!.values.map(({ value }) => value);
    expect(values).toEqual(['1', '1', '0.9286', '0.9', '0.8082', '0.5661', '0.925', '0.8127']);
  });

  it('says of the 63 only the five ranks that were published', () => {
    expect(round2024('province63').published.filter(({ rank }) => rank !== null)).toHaveLength(5);
  });
});
