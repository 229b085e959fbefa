import { describe, expect, it } from 'vitest';
import type { HistoryPoint, HistorySeries, UnitHistory } from '../../../../shared/release/history/unit-history.ts';
import { historyOf } from '../../../../shared/site/charts/from-unit-history.ts';
import { columnsOf, joinsOf } from '../../../../shared/site/charts/history-columns.ts';

const groups: Record<string, [string, string]> = {
  province63: ['63 tỉnh, thành phố (đến 30/6/2025)', '63 provinces (until 30 June 2025)'],
  province34: ['34 tỉnh, thành phố (từ 01/7/2025)', '34 provinces (since 1 July 2025)'],
};

const pointOf = (group: string, period: string, value: string | null, framework = '922'): HistoryPoint => ({
  release: `dti/${group}/${period}/r1`,
  ...{ group, period, value },
  group_name_vi: groups[group]![0],
  group_name_en: groups[group]![1],
  closing_date: `${period}-12-31`,
  kind: 'computed',
  framework: { framework_id: `f-${framework}`, version: '1', legal_number: `${framework}/QĐ` },
  illustrative: false,
  unit_id: 'P31',
  state: 'ranked',
  rank: 1,
  n: 63,
  values: value === null ? {} : { dti: value, awareness: '0.9000' },
});

const seriesOf = (name: string, relation: HistorySeries['relation'], points: HistoryPoint[]): HistorySeries => ({
  ...{ unit_id: name, unit_name_vi: name, unit_name_en: `${name} (en)`, relation, points, breaks: [] },
});

const historyWith = (series: HistoryPoint[], predecessors: HistorySeries[] = []): UnitHistory => ({
  ...{ index: 'dti', unit_id: 'P31-2025', unit_name_vi: 'Hải Phòng', unit_name_en: 'Hai Phong' },
  ...{ valid_from: '2025-07-01', valid_to: null, formation: null, succession: null },
  series: seriesOf('Hải Phòng', 'self', series),
  predecessors,
});

describe('the history of a unit as it is drawn', () => {
  it('keeps predecessors apart, before the break, and never joins them to the unit', () => {
    const years = (value: string) => ['2023', '2024'].map((year) => pointOf('province63', year, value));
    const history = historyOf(
      historyWith(
        [pointOf('province34', '2024', '0.7857')],
        [seriesOf('Hải Phòng', 'merged', years('0.7000')), seriesOf('Hải Dương', 'merged', years('0.6000'))],
      ),
      'vi',
    );
    expect(history.sections.map(({ label }) => label)).toEqual(['63 tỉnh, thành phố', '34 tỉnh, thành phố']);
    const joins = joinsOf(history, columnsOf(history));
    expect(joins.map(({ from, to }) => `${from.kind} ${from.series} ${from.period}-${to.period}`).sort()).toEqual([
      'predecessor Hải Dương 2023-2024',
      'predecessor Hải Phòng 2023-2024',
    ]);
  });

  it('draws a unit that only continues as its own, with the break', () => {
    const before = [pointOf('province63', '2024', '0.7000')];
    const history = historyOf(
      historyWith([pointOf('province34', '2024', '0.7951')], [seriesOf('Huế', 'continued', before)]),
      'en',
    );
    expect(history.points.map(({ kind }) => kind)).toEqual(['own', 'own']);
    expect(history.sections.map(({ label }) => label)).toEqual(['63 provinces', '34 provinces']);
    expect(joinsOf(history, columnsOf(history))).toEqual([]);
  });

  it('breaks at another framework, names it, and does not join across when the first comes back', () => {
    const history = historyOf(
      historyWith([
        pointOf('province63', '2021', '0.5000'),
        pointOf('province63', '2022', '0.6000', '405'),
        pointOf('province63', '2023', '0.7000'),
      ]),
      'vi',
    );
    expect(history.sections.map(({ label }) => label)).toEqual([
      '63 tỉnh, thành phố (922/QĐ)',
      '63 tỉnh, thành phố (405/QĐ)',
      '63 tỉnh, thành phố (922/QĐ)',
    ]);
    expect(joinsOf(history, columnsOf(history))).toEqual([]);
  });

  it('shows a measure where there was one, and nothing where there was none', () => {
    const history = historyWith([pointOf('province34', '2024', '0.7857'), pointOf('province34', '2025', null)]);
    expect(historyOf(history, 'vi', 'awareness').points.map(({ value }) => value)).toEqual(['0.9000', null]);
    expect(historyOf(history, 'vi').points.map(({ value }) => value)).toEqual(['0.7857', null]);
  });
});
