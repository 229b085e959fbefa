import { describe, expect, it } from 'vitest';
import type { Framework, Indicator } from '../../../shared/frameworks/framework.ts';
import { buildScoreboard, type ScoreboardSource } from '../../../shared/release/build-scoreboard.ts';

const indicator = (name: string, main_index: string, max_points: string, assessed = true): Indicator => ({
  indicator: name,
  main_index,
  name_vi: name,
  name_en: name,
  unit_of_measure_vi: 'giá trị',
  rule: 'direct',
  max_points,
  assessed,
  evidence_required: false,
  inputs: [{ input: 'value', decimals: 4, minimum: '0', maximum: '1' }],
});

const framework: Framework = {
  framework_id: 'test-two',
  version: '1',
  index: 'dti',
  title_vi: 'Bộ chỉ số thử',
  title_en: 'Trial framework',
  legal_reference: { title_vi: 'Quyết định', number: '405/QĐ-BKHCN', issued: '2025-03-26', url: 'https://example.vn' },
  illustrative: true,
  note_vi: 'minh họa',
  groups: ['province34'],
  decimals: 4,
  points_decimals: 4,
  rounding: 'half-up',
  ties: 'shared-minimum',
  successor_rule: 'mean-of-predecessors',
  total_published: true,
  total: { name_vi: 'DTI', name_en: 'DTI' },
  main_indices: [
    { main_index: 'awareness', name_vi: 'Nhận thức số', name_en: 'Awareness' },
    { main_index: 'security', name_vi: 'An toàn', name_en: 'Security' },
  ],
  pillars: [{ pillar: 'pillar_gov', name_vi: 'Chính quyền số', name_en: 'Government', main_indices: ['awareness'] }],
  indicators: [
    indicator('a', 'awareness', '0.1'),
    indicator('b', 'awareness', '0.2'),
    indicator('c', 'security', '60', false),
  ],
  sha256: 'f'.repeat(64),
};

const score = (unit_id: string, measure: string, value: string | null, rank: number | null, answered_count = 2) => ({
  unit_id,
  measure,
  points: '0.1500',
  max_points: '0.3000',
  value,
  rank,
  answered_count,
  asked_count: 2,
});

const source = (): ScoreboardSource => ({
  release: 'dti/province34/2024/r1',
  group: { group: 'province34', name_vi: '34 tỉnh', name_en: '34 provinces', from: null, to: null, ranked: true },
  period: '2024',
  closingDate: '2024-12-31',
  scores: {
    indicator_points: [],
    measure_scores: [
      score('P02', 'pillar_gov', '0.5000', 1),
      score('P02', 'dti', '0.5000', 1),
      score('P02', 'security', null, null),
      score('P03', 'dti', '0.5000', 1),
    ],
    averages: [{ measure: 'dti', value: '0.5000', unit_count: 2 }],
  },
  units: [
    { unit_id: 'P01', name_vi: 'Chưa nộp', submitted: false, ranked: true },
    { unit_id: 'P03', name_vi: 'Ba', submitted: true, ranked: true },
    { unit_id: 'P02', name_vi: 'Hai', submitted: true, ranked: true },
  ],
  framework,
  inputsSha256: 'a'.repeat(64),
  submissions: new Map([['P02', 'b'.repeat(64)]]),
  formedFrom: new Map([
    ['P02', ['Hai']],
    ['P03', ['Một', 'Hai']],
  ]),
  answers: [],
  derivedFrom: null,
});

describe('buildScoreboard', () => {
  it('orders by rank, then unit_id, and puts units that did not submit last under their own state', () => {
    const { units, unit_count, ranked_count } = buildScoreboard(source());
    expect(units.map(({ unit_id, state, rank }) => [unit_id, state, rank])).toEqual([
      ['P02', 'ranked', 1],
      ['P03', 'ranked', 1],
      ['P01', 'not_submitted', null],
    ]);
    expect([unit_count, ranked_count]).toEqual([3, 2]);
  });

  it('marks whose values rest on figures of an earlier period, and nobody else, so that a full round keeps its bytes', () => {
    const answer = (indicator: string, carried_from: string | null) => {
      const state = carried_from === null ? ('not_due' as const) : ('carried' as const);
      return { unit_id: 'P02', indicator, state, carried_from };
    };
    const answers = [answer('a', '2026-Q1'), answer('b', '2025'), answer('c', '2026-Q1'), answer('d', null)];
    const { units } = buildScoreboard({ ...source(), answers });
    expect(units.map((unit) => JSON.stringify(unit.carried))).toEqual(['{"2025":1,"2026-Q1":2}', undefined, undefined]);
    expect(units.filter((unit) => 'carried' in unit)).toHaveLength(1);
  });

  it('tells how much was answered only where it was not all, so that a complete round keeps its bytes', () => {
    const partly = source();
    partly.scores.measure_scores[0] = score('P02', 'pillar_gov', '0.5000', null, 0);
    const [second, third] = buildScoreboard(partly).units;
    expect(second!.scores.pillar_gov).toEqual({
      ...{ value: '0.5000', points: '0.1500', max_points: '0.3000', rank: null },
      answered: { answered: 0, asked: 2 },
    });
    expect([second!.scores.dti, third!.scores.dti].filter((one) => 'answered' in one!)).toEqual([]);
  });

  it('says of how many units an average is, and how many units sent figures of their own', () => {
    const { measures, submitted_count, unit_count } = buildScoreboard(source());
    expect(measures.map(({ average, average_units }) => [average, average_units])).toEqual([
      ['0.5000', 2],
      ...Array(3).fill([null, 0]),
    ]);
    expect([submitted_count, unit_count]).toEqual([1, 3]);
  });

  it('brings the share of units that the front page asks for, where the framework says one', () => {
    const shareOf = (change: Partial<Framework>) =>
      buildScoreboard({ ...source(), framework: { ...framework, ...change } }).framework;
    expect(shareOf({ minimum_units_percent: 80 }).minimum_units_percent).toBe(80);
    expect('minimum_units_percent' in shareOf({})).toBe(false);
  });

  it('lists total, main indices, pillars whatever order the rows came in, because key order is part of the bytes', () => {
    const scoreboard = buildScoreboard(source());
    expect(scoreboard.measures.map(({ measure }) => measure)).toEqual(['dti', 'awareness', 'security', 'pillar_gov']);
    expect(Object.keys(scoreboard.units[0]!.scores)).toEqual(['dti', 'pillar_gov']);
  });

  it('sums the maximum of what was assessed exactly: 0.1 + 0.2 is 0.3, and nothing assessed is no maximum', () => {
    const maxima = buildScoreboard(source()).measures.map(({ measure, max_points }) => [measure, max_points]);
    expect(maxima).toEqual([
      ['dti', '0.3000'],
      ['awareness', '0.3000'],
      ['security', null],
      ['pillar_gov', '0.3000'],
    ]);
  });

  it('says which submission and, for a merged unit, which predecessors stand behind it', () => {
    const [second, third] = buildScoreboard(source()).units;
    expect([second!.submission_sha256, second!.formed_from_vi]).toEqual(['b'.repeat(64), []]);
    expect([third!.submission_sha256, third!.formed_from_vi]).toEqual([null, ['Một', 'Hai']]);
  });

  it('publishes neither total nor pillars nor ranks when too little was assessed', () => {
    const scoreboard = buildScoreboard({ ...source(), framework: { ...framework, total_published: false } });
    expect(scoreboard.measures.map(({ measure, ranked }) => [measure, ranked])).toEqual([
      ['awareness', false],
      ['security', false],
    ]);
    expect(scoreboard.ranked_count).toBe(0);
    expect(scoreboard.units.map(({ state }) => state)).toEqual(['not_submitted', 'unranked', 'unranked']);
  });

  it('ranks nobody in scores carried over to successors, since they compare with no published rank', () => {
    const scoreboard = buildScoreboard({ ...source(), derivedFrom: 'dti/province63/2024/r1' });
    expect(scoreboard.units.every(({ rank }) => rank === null)).toBe(true);
    expect(scoreboard.units.flatMap(({ scores }) => Object.values(scores)).every(({ rank }) => rank === null)).toBe(
      true,
    );
    expect(scoreboard.measures.every(({ ranked }) => !ranked)).toBe(true);
  });

  it('refuses to publish a unit that submitted as one that did not', () => {
    const incomplete = source();
    incomplete.scores.measure_scores = incomplete.scores.measure_scores.filter(({ unit_id }) => unit_id !== 'P03');
    expect(() => buildScoreboard(incomplete)).toThrow('SCORES_INCOMPLETE: No score for P03');
  });
});
