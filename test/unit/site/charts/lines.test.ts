import { describe, expect, it } from 'vitest';
import { columnsOf, joinsOf } from '../../../../shared/site/charts/history-columns.ts';
import { placeMoves } from '../../../../shared/site/charts/place-moves.ts';
import { mergedHistory, movesBetween, movesOf, unbrokenHistory } from '../../../support/chart-data.ts';
import { buildProvinceScoreboard, withMissing } from '../../../support/scoreboard-builder.ts';

describe('lines of a history', () => {
  it.each([mergedHistory, unbrokenHistory])('never cross a break, nor a period without a value', (history) => {
    const columns = columnsOf(history);
    const joins = joinsOf(history, columns);
    expect(joins.length).toBeGreaterThan(0);
    for (const { from, to } of joins) {
      expect([to.section, to.series, to.kind]).toEqual([from.section, from.series, from.kind]);
      const at = columns.findIndex(({ section, period }) => section === from.section && period === from.period);
      expect(columns[at + 1]).toMatchObject({ section: to.section, period: to.period });
    }
  });

  it('give one period two places where it was counted before and after', () => {
    expect(columnsOf(mergedHistory).map(({ section, period }) => `${section} ${period}`)).toEqual([
      'province63 2022',
      'province63 2023',
      'province63 2024',
      'province34 2024',
      'province34 2025',
    ]);
  });

  it('leave a gap: of four years with one missing, two are joined', () => {
    const joins = joinsOf(unbrokenHistory, columnsOf(unbrokenHistory));
    expect(joins.map(({ from, to }) => [from.period, to.period])).toEqual([['2023', '2024']]);
  });
});

describe('lines of a slope', () => {
  it.each([1, 12, 34, 126])('of %i units: twelve labels at most, none on another', (count) => {
    const { moves, height } = placeMoves(movesOf(count));
    const labels = moves.flatMap(({ label }) => (label ? [label] : []));
    expect(moves).toHaveLength(count);
    expect(labels.length).toBeLessThanOrEqual(12);
    for (const side of [0, 1]) {
      const places = labels.map((label) => label[side]!).sort((a, b) => a - b);
      expect(places.slice(1).every((place, index) => place - places[index]! >= 15)).toBe(true);
    }
    expect(height).toBeLessThan(700);
  });

  it('fan out by three where a rank is shared, and never beyond the ranks it takes', () => {
    const tied = { ...movesOf(5), units: movesOf(5).units.map((unit) => ({ ...unit, after: 1 })) };
    const { moves } = placeMoves(tied);
    expect(moves.map(({ y2 }) => y2).sort((a, b) => a - b)).toEqual([8, 11, 14, 17, 20]);
  });

  it('always label the unit that is read, also when it stood still', () => {
    const { moves } = placeMoves(movesOf(126), 'U0');
    expect(moves.find(({ unit_id }) => unit_id === 'U0')?.label).not.toBeNull();
    expect(placeMoves(movesOf(126)).moves.find(({ unit_id }) => unit_id === 'U0')?.label).toBeNull();
  });

  it('leave out who is not ranked on both sides', () => {
    const scoreboard = buildProvinceScoreboard();
    const gappy = withMissing(buildProvinceScoreboard(), 'P79-2025');
    const moves = movesBetween(scoreboard, gappy, 'dti');
    expect(placeMoves(moves).moves).toHaveLength(33);
  });
});
