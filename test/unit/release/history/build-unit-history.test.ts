import { describe, expect, it } from 'vitest';
import {
  buildUnitHistory,
  type HistorySource,
  pointsByUnit,
  unitsInHistory,
} from '../../../../shared/release/history/build-unit-history.ts';
import { findGroup } from '../../../../shared/units/groups.ts';
import { loadRegistry } from '../../../../shared/units/load-registry.ts';

interface Sketch {
  name: string;
  framework?: string;
  illustrative?: boolean;
  n?: number;
  /** By unit: value and rank of the total; null: nothing was submitted. */
  units: Record<string, [value: string | null, rank: number | null] | null>;
}

function source({ name, framework = 'f1', illustrative = false, n = 63, units }: Sketch): HistorySource {
  const [index, group, period] = name.split('/') as [string, string, string];
  const { name_vi, name_en } = findGroup(group)!;
  return {
    kind: name.endsWith('/published') ? 'published' : 'computed',
    header: {
      ...{ release: name, index, group, group_name_vi: name_vi, group_name_en: name_en, period },
      closing_date: `${period}-12-31`,
      ranked_count: n,
      framework: { framework_id: framework, version: '1', legal_number: `QĐ ${framework}`, illustrative },
      measures: [
        { measure: 'dti', kind: 'total', ...measure },
        { measure: 'security', kind: 'main_index', ...measure },
      ],
    },
    units: Object.entries(units).map(([unit_id, found]) => ({
      unit_id,
      state: found === null ? 'not_submitted' : found[1] === null ? 'unranked' : 'ranked',
      rank: found?.[1] ?? null,
      scores: {
        ...(found?.[0] ? { dti: { value: found[0] } } : {}),
        ...(found ? { security: { value: '0.5000' } } : {}),
      },
    })),
  };
}

const measure = { name_vi: 'x', name_en: 'x', average: null, average_units: 0, max_points: null, ranked: true };

/** Hưng Yên and Thái Bình became Hưng Yên; Cao Bằng went on as it was. */
const sources = [
  source({
    name: 'dti/province34/2024/r1',
    framework: 'f2',
    n: 34,
    units: { 'P33-2025': ['0.5895', 32], 'P04-2025': ['0.5128', 34] },
  }),
  source({
    name: 'dti/province63/2023/published',
    units: { P33: ['0.6000', 40], P34: ['0.7000', 8], P04: ['0.5249', 62] },
  }),
  source({ name: 'dti/province63/2022/published', units: { P33: ['0.5500', 44], P34: ['0.6100', 20] } }),
  source({
    name: 'dti/province63/2024/published',
    framework: 'f2',
    units: { P33: ['0.6123', 50], P34: ['0.5667', 60] },
  }),
];
const historyOf = (unitId: string, of = sources) => buildUnitHistory('dti', unitId, pointsByUnit('dti', of));

describe('the history of a unit formed by a merger', () => {
  const history = historyOf('P33-2025');

  it('has its own series, and each predecessor’s apart, oldest first', () => {
    expect(history.series.points.map(({ release }) => release)).toEqual(['dti/province34/2024/r1']);
    const apart = history.predecessors.map(({ unit_id, relation, points }) => [
      unit_id,
      relation,
      points.map(({ period, value, rank, n, kind }) => [period, value, rank, n, kind].join(' ')),
    ]);
    expect(apart).toEqual([
      ['P33', 'merged', ['2022 0.5500 44 63 published', '2023 0.6000 40 63 published', '2024 0.6123 50 63 published']],
      ['P34', 'merged', ['2022 0.6100 20 63 published', '2023 0.7000 8 63 published', '2024 0.5667 60 63 published']],
    ]);
  });

  it('names the break between them, with its day', () => {
    expect(history.formation).toEqual({
      kind: 'merged',
      on: '2025-07-01',
      reason_vi:
        'Hình thành từ ngày 01/07/2025 do sắp xếp Hưng Yên và Thái Bình; thứ hạng trước và sau sắp xếp không so sánh được.',
      reason_en:
        'Formed on 2025-07-01 by merging Hưng Yên and Thái Bình; ranks before and after the merger are not comparable.',
    });
    expect(history.succession).toBeNull();
  });

  it('never puts points of two groups into one series, so that no rank of 34 stands beside one of 63', () => {
    for (const { points } of [history.series, ...history.predecessors]) {
      expect(new Set(points.map(({ group, n }) => `${group} ${n}`)).size).toBe(1);
    }
    const keys = JSON.stringify(history).match(/"[a-z_]*(change|diff|delta|moved)[a-z_]*":/g);
    expect(keys).toBeNull();
  });

  it('names a change of framework inside a series', () => {
    expect(history.predecessors[0]!.breaks).toEqual([
      expect.objectContaining({
        kind: 'framework',
        before: 'dti/province63/2023/published',
        after: 'dti/province63/2024/published',
        reason_vi: 'Bộ chỉ số thay đổi: QĐ f1 (năm 2023), QĐ f2 (năm 2024).',
      }),
    ]);
  });
});

describe('the history of a unit that only goes on', () => {
  it('keeps the series before apart too: its rank was of another number of units', () => {
    const { series, formation, predecessors } = historyOf('P04-2025');
    expect(formation).toMatchObject({ kind: 'continued', on: '2025-07-01' });
    expect([series, ...predecessors].map(({ relation, points }) => [relation, points.map(({ n }) => n)])).toEqual([
      ['self', [34]],
      ['continued', [63]],
    ]);
  });
});

describe('the history of a dissolved unit', () => {
  it('keeps its points and points to its successor, from the day of the registry', () => {
    const { series, valid_to, succession, predecessors } = historyOf('P34');
    expect(series.points.map(({ period }) => period)).toEqual(['2022', '2023', '2024']);
    expect([valid_to, predecessors]).toEqual(['2025-06-30', []]);
    expect(succession).toMatchObject({
      on: '2025-07-01',
      successors: [{ unit_id: 'P33-2025', unit_name_vi: 'Hưng Yên' }],
      reason_vi: 'Thái Bình được sắp xếp cùng Hưng Yên thành Hưng Yên từ ngày 01/07/2025.',
    });
  });

  it('is said to go on where nothing was merged with it', () => {
    expect(historyOf('P04').succession?.reason_vi).toBe('Cao Bằng được tiếp nối bởi Cao Bằng từ ngày 01/07/2025.');
  });
});

describe('a name in a sentence', () => {
  it('keeps its marks in English too, of every unit: it is the one that a reader finds in the table', () => {
    const provinces = loadRegistry().units.filter(({ kind }) => kind === 'province');
    const told = provinces.flatMap(({ unit_id }) => {
      const { formation, succession } = historyOf(unit_id);
      return [formation, succession].flatMap((one) => (one ? [one.reason_en] : []));
    });
    expect(told).toHaveLength(97);
    const bare = provinces.filter(({ name_vi, name_en }) => name_vi !== name_en).map(({ name_en }) => name_en);
    expect(told.filter((sentence) => bare.some((name) => sentence.includes(name)))).toEqual([]);
  });
});

describe('a point', () => {
  it('is one per period and group: what was computed here, unless only what was published has a total', () => {
    const published = source({ name: 'dti/province63/2024/published', units: { P04: ['0.6000', 3] } });
    const computed = (value: string | null) =>
      source({ name: 'dti/province63/2024/r2', units: { P04: [value, null] } });
    const kindOf = (of: HistorySource[]) => historyOf('P04', of).series.points.map(({ kind }) => kind);
    expect(kindOf([published, computed('0.6000')])).toEqual(['computed']);
    expect(kindOf([published, computed(null)])).toEqual(['published']);
    expect(kindOf([computed(null)])).toEqual(['computed']);
  });

  it('of a unit that sent nothing is there, with a state and no value: not a zero, and not a line drawn across', () => {
    const silent = source({ name: 'dti/province34/2025/r1', n: 33, units: { 'P04-2025': null } });
    expect(historyOf('P04-2025', [silent]).series.points).toMatchObject([
      { state: 'not_submitted', value: null, rank: null, values: {} },
    ]);
  });

  it('that was made up is parted from a real one', () => {
    const real = source({ name: 'dti/province34/2024/r1', units: { 'P04-2025': ['0.5', 1] } });
    const made = source({ name: 'dti/province34/2025/r1', illustrative: true, units: { 'P04-2025': ['0.6', 1] } });
    const { series } = historyOf('P04-2025', [real, made]);
    expect(series.breaks).toMatchObject([{ kind: 'illustrative' }]);
  });

  it('after a change of group is parted from the one before', () => {
    const before = source({ name: 'dti/ministry-unclassified/2024/r1', units: { M01: ['0.5000', 1] } });
    const after = source({ name: 'dti/ministry-services/2025/r1', units: { M01: ['0.6000', 1] } });
    expect(historyOf('M01', [after, before]).series.breaks).toMatchObject([
      { kind: 'group', before: before.header.release, after: after.header.release },
    ]);
  });

  it('of another index, or of what was derived for successors, is none', () => {
    const derived = { ...sources[0]!, header: { ...sources[0]!.header, derived_from: 'dti/province63/2024/r1' } };
    expect(() => historyOf('P04-2025', [derived])).toThrow(expect.objectContaining({ code: 'RELEASE_UNSUITABLE' }));
    const other = { ...sources[0]!, header: { ...sources[0]!.header, index: 'tasks' } };
    expect(historyOf('P04-2025', [other]).series.points).toEqual([]);
  });
});

describe('unitsInHistory', () => {
  it('are the unit and those it was formed from; one that nobody knows is a fault', () => {
    expect(unitsInHistory('P33-2025')).toEqual(['P33-2025', 'P33', 'P34']);
    expect(() => unitsInHistory('P99')).toThrow(expect.objectContaining({ code: 'UNIT_UNKNOWN' }));
  });
});
