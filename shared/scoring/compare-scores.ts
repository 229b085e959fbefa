import type { Scores } from './scores.ts';

/**
 * Every place where two engines differ, as text with both sides; empty when they agree to the last digit, row for row
 * and in the same order.
 */
export function compareScores(sql: Scores, reference: Scores): string[] {
  return (['indicator_points', 'measure_scores', 'averages'] as const).flatMap((part) =>
    compareRows(part, sql[part], reference[part]),
  );
}

function compareRows(part: string, left: object[], right: object[]): string[] {
  const differences = Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
    const [a, b] = [textOf(left[row]), textOf(right[row])];
    return a === b ? null : `${part} row ${row + 1}: SQL ${a}, reference ${b}`;
  });
  return differences.filter((difference) => difference !== null);
}

/** Field order must not matter, every field must. */
const textOf = (row: object | undefined): string =>
  row === undefined ? 'nothing' : JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
