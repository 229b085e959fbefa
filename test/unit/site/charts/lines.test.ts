import { describe, expect, it } from 'vitest';
import { columnsOf, joinsOf } from '../../../../shared/site/charts/history-columns.ts';
import { type MoveLabel, nameLineHeight, placeMoves } from '../../../../shared/site/charts/place-moves.ts';
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

/** From the last line of a label to the first of the one below it, and from the edge to the first of all. */
function nearest(labels: MoveLabel[], side: 'left' | 'right'): number {
  const inOrder = labels.toSorted((one, other) => one[side] - other[side]);
  const half = ({ lines }: MoveLabel) => ((lines.length - 1) * nameLineHeight) / 2;
  const gaps = inOrder.map((label, place) => {
    const above = inOrder[place - 1];
    return label[side] - half(label) - (above ? above[side] + half(above) : -15);
  });
  return Math.min(...gaps);
}

describe('lines of a slope', () => {
  it.each([1, 12, 34, 126])('of %i units: twelve labels at most, none on another', (count) => {
    const { moves, height } = placeMoves(movesOf(count));
    const labels = moves.flatMap(({ label }) => (label ? [label] : []));
    expect(moves).toHaveLength(count);
    expect(labels.length).toBeLessThanOrEqual(12);
    for (const side of ['left', 'right'] as const) expect(nearest(labels, side)).toBeGreaterThanOrEqual(15);
    expect(height).toBeLessThan(700);
  });

  it('name a unit in two lines where one has no room, with room for both, and by letter what needs three', () => {
    const units = movesOf(12).units.map((unit, place) => (place % 2 ? { ...unit, name: 'TP. Hồ Chí Minh' } : unit));
    const { moves, byLetter } = placeMoves({ ...movesOf(12), units });
    const labels = moves.flatMap(({ label }) => (label ? [label] : []));
    expect([byLetter, labels.some(({ lines }) => lines.join('/') === 'TP. Hồ Chí/Minh')]).toEqual([false, true]);
    for (const side of ['left', 'right'] as const) expect(nearest(labels, side)).toBeGreaterThanOrEqual(15);
    const long = placeMoves({
      ...movesOf(2),
      units: units.map((unit) => ({ ...unit, name: `Bộ ${'dài '.repeat(8)}` })),
    });
    expect(long.byLetter).toBe(true);
    expect(long.moves.flatMap(({ label }) => label?.lines ?? []).slice(0, 2)).toEqual(['A', 'B']);
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
