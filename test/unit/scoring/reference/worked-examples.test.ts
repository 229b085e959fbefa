import { readFileSync } from 'node:fs';
import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import type { ScoringRule } from '../../../../shared/frameworks/framework.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import type { AnswerState } from '../../../../shared/scoring/scores.ts';
import { evaluateExpression } from '../../../support/evaluate-expression.ts';
import { readTables } from '../../../support/markdown-tables.ts';
import { type AnswerSketch, sketchFramework, sketchRound } from '../../../support/scoring-round.ts';

type Row = Record<string, string>;

const tables = readTables(readFileSync(new URL('../../../../docs/worked-examples.md', import.meta.url), 'utf8'));
const tableOf = (heading: string): Row[] => tables.get(heading)!;

const settings = Object.fromEntries(tableOf('Thông số').map((row) => [row['Thông số']!, Number(row['Giá trị'])]));

const framework = sketchFramework(
  Object.fromEntries(
    tableOf('Chỉ số thành phần').map((row) => [
      row['Chỉ số']!,
      {
        rule: row['Quy tắc'] as ScoringRule,
        main_index: row['Chỉ số chính']!,
        max_points: row['Tối đa']!,
        assessed: row['Được đánh giá'] === 'có',
        ...(row['Mục tiêu'] ? { target: row['Mục tiêu'] } : {}),
        ...(row.Bậc ? { tiers: pairsOf(row.Bậc, '=').map(([key, points]) => ({ key, points, label_vi: key })) } : {}),
      },
    ]),
  ),
  {
    ...settings,
    pillars: tableOf('Trụ cột').map((row) => ({
      pillar: row['Trụ cột']!,
      name_vi: '',
      name_en: '',
      main_indices: row['Chỉ số chính']!.split(', '),
    })),
  },
);

function pairsOf(cell: string, between: string): [string, string][] {
  return cell.split('; ').map((pair) => pair.split(between) as [string, string]);
}

/** What the unit handed in: its state is told, save that a denominator of zero has to be found. */
function answerOf(row: Row): AnswerSketch {
  const declared = row['Kê khai']!;
  return {
    ...(declared
      ? { figures: Object.fromEntries(pairsOf(declared, ' ')) }
      : { state: row['Trạng thái'] as AnswerState }),
    ...(row['Trạng thái'] === 'carried' ? { state: 'carried' as const } : {}),
    ...(row['Thẩm định'] ? { appraised: row['Thẩm định'] } : {}),
  };
}

const units = [...tables.keys()].flatMap((heading) => {
  const [, name, unitId] = /^(.*), (X\d): kê khai và điểm$/.exec(heading) ?? [];
  return name && unitId
    ? [{ unitId, points: tableOf(heading), values: tableOf(`${name}, ${unitId}: giá trị và hạng`) }]
    : [];
});

const scores = scoreReference(
  sketchRound(
    framework,
    Object.fromEntries(
      units.map(({ unitId, points }) => [
        unitId,
        Object.fromEntries(points.map((row) => [row['Chỉ số']!, answerOf(row)])),
      ]),
    ),
  ),
);

const orNull = (cell: string | undefined) => cell || null;
const fourDecimals = (cell: string | undefined) => (cell ? Big(cell).toFixed(4) : null);

/** `expression = result`; a result that goes on ends with `…`. Returns the exact value of the expression. */
function readWorking(cell: string): Big {
  const [expression = '', result = ''] = cell.split(' = ');
  const value = evaluateExpression(expression);
  const isCut = result.endsWith('…');
  const shown = isCut ? value.toFixed(30).slice(0, result.length - 1) : value.toFixed();
  expect(shown, cell).toBe(isCut ? result.slice(0, -1) : result);
  return value;
}

const roundedTo4 = (value: Big) => value.round(4, Big.roundHalfUp).toFixed(4);

describe.each(units)('worked example of $unitId', ({ unitId, points, values }) => {
  it('has the points that the scorer gives, indicator by indicator', () => {
    const found = scores.indicator_points.filter((row) => row.unit_id === unitId);
    expect(
      points.map((row) => ({
        unit_id: unitId,
        indicator: row['Chỉ số'],
        state: row['Trạng thái'],
        self_points: orNull(row['Tự đánh giá']),
        appraised_points: fourDecimals(row['Thẩm định']),
        points: orNull(row.Điểm),
        max_points: row['Tối đa'],
      })),
    ).toEqual(found);
  });

  it('spells out arithmetic that comes to those points, rounded half up and kept within the maximum', () => {
    for (const row of points.filter((one) => one['Phép tính'])) {
      const rounded = Big(roundedTo4(readWorking(row['Phép tính']!)));
      const capped = rounded.gt(row['Tối đa']!) ? Big(row['Tối đa']!) : rounded;
      expect((capped.lt(0) ? Big(0) : capped).toFixed(4), row['Chỉ số']).toBe(row['Tự đánh giá']);
    }
  });

  it('has the values and ranks that the scorer gives, divided from the S and M that are spelled out', () => {
    const found = scores.measure_scores.filter((row) => row.unit_id === unitId);
    expect(
      values.map((row) => ({
        unit_id: unitId,
        measure: row['Chỉ tiêu'],
        points: readWorking(row.S!).toFixed(4),
        max_points: readWorking(row.M!).toFixed(4),
        value: row['Giá trị'],
        rank: Number(row.Hạng),
        answered_count: Number(row['Trả lời']!.split('/')[0]),
        asked_count: Number(row['Trả lời']!.split('/')[1]),
      })),
    ).toEqual(found);
    expect(values.map((row) => roundedTo4(readWorking(row['S / M']!)))).toEqual(values.map((row) => row['Giá trị']));
  });
});

describe('worked averages', () => {
  it('are those of the scorer and of the arithmetic spelled out', () => {
    const rows = tableOf('Trung bình');
    expect(rows.map((row) => ({ measure: row['Chỉ tiêu'], value: row['Trung bình'], unit_count: 2 }))).toEqual(
      scores.averages,
    );
    expect(rows.map((row) => roundedTo4(readWorking(row['Phép tính']!)))).toEqual(rows.map((row) => row['Trung bình']));
  });
});

describe('the worked examples', () => {
  it('are two units that show every rule and every state', () => {
    const shown = (column: string) => new Set(units.flatMap(({ points }) => points.map((row) => row[column])));
    expect(units.map(({ unitId }) => unitId)).toEqual(['X1', 'X2']);
    expect(new Set(framework.indicators.map(({ rule }) => rule)).size).toBe(9);
    expect(shown('Trạng thái').size).toBe(5);
  });
});
