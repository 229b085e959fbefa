import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkDocument, readFrameworkDocument } from '../../../../shared/frameworks/framework-document.ts';
import { measuresOf } from '../../../../shared/frameworks/measures.ts';
import { compare, readDecimal } from '../../../../shared/scoring/reference/exact.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import type { MeasureScore, ScoringInputs } from '../../../../shared/scoring/scores.ts';
import { arbitraryCase } from '../../../support/arbitrary-scoring.ts';
import { Coverage } from '../../../support/scoring-coverage.ts';

const check = (holds: (round: ScoringInputs) => void, numRuns = 150) =>
  fc.assert(fc.property(arbitraryCase(), holds), { numRuns });

const isLeft = (state: string) => state === 'not_applicable' || state === 'not_due';
const keyOf = ({ unit_id, indicator }: { unit_id: string; indicator: string }) => `${unit_id} ${indicator}`;
const isAtMost = (a: string, b: string) => compare(readDecimal(a), readDecimal(b)) <= 0;

/** Rows of units that take no place are left out. */
const rankedRows = (rows: MeasureScore[], measure: string) =>
  rows.filter((row) => row.measure === measure && row.rank !== null);

describe('the drawn rounds', () => {
  it('are of frameworks that loading lets through', () => {
    check(({ framework }) => {
      expect(readFrameworkDocument(frameworkDocument(framework))).toEqual(framework);
    });
  });

  it('show every rule in every state, with exact halves wherever there can be some', () => {
    const coverage = new Coverage();
    for (const round of fc.sample(arbitraryCase(), { numRuns: 400, seed: 405 })) coverage.add(round);
    expect(coverage.below(1), coverage.table()).toEqual([]);
  });
});

describe('scoreReference on rounds that nobody chose', () => {
  it('has one row per submitted unit and assessed indicator, and one per unit and measure, in order', () => {
    check((round) => {
      const { indicator_points, measure_scores, averages } = scoreReference(round);
      const unitIds = round.units.filter(({ submitted }) => submitted).map(({ unit_id }) => unit_id);
      const assessed = round.framework.indicators.filter((one) => one.assessed).map(({ indicator }) => indicator);
      const measures = measuresOf(round.framework).map(({ measure }) => measure);
      const pairs = (of: string[]) => unitIds.sort().flatMap((unitId) => of.map((one) => `${unitId} ${one}`));
      expect(indicator_points.map(keyOf)).toEqual(pairs(assessed));
      expect(measure_scores.map(({ unit_id, measure }) => `${unit_id} ${measure}`)).toEqual(pairs(measures));
      expect(averages.map(({ measure }) => measure)).toEqual(measures);
    });
  });

  it('keeps points within the maximum and values within one; what leaves, leaves both sides', () => {
    check((round) => {
      const { indicator_points, measure_scores } = scoreReference(round);
      for (const { state, self_points, appraised_points, points, max_points } of indicator_points) {
        expect([points === null, self_points === null, /^0(\.0+)?$/.test(max_points)]).toEqual(
          Array(3).fill(isLeft(state)),
        );
        if (points === null) expect(appraised_points).toBeNull();
        else expect(isAtMost('0', points) && isAtMost(points, max_points)).toBe(true);
      }
      for (const { value, max_points } of measure_scores) {
        expect(value === null).toBe(/^0(\.0+)?$/.test(max_points));
        if (value !== null) expect(isAtMost('0', value) && isAtMost(value, '1')).toBe(true);
      }
    });
  });

  it('does not depend on the order in which anything comes', () => {
    check((round) => {
      const { framework, units, observations, answers = [], appraisals = [] } = round;
      const reversed = {
        framework,
        units: units.toReversed(),
        observations: observations.toReversed(),
        answers: answers.toReversed(),
        appraisals: appraisals.toReversed(),
      };
      expect(scoreReference(reversed)).toEqual(scoreReference(round));
    });
  });

  it('depends on the order of indicators in nothing but the order of rows', () => {
    check((round) => {
      const reversed = { ...round.framework, indicators: round.framework.indicators.toReversed() };
      const { indicator_points, ...rest } = scoreReference({ ...round, framework: reversed });
      const { indicator_points: before, ...restBefore } = scoreReference(round);
      expect(rest).toEqual(restBefore);
      expect(new Map(indicator_points.map((row) => [keyOf(row), row]))).toEqual(
        new Map(before.map((row) => [keyOf(row), row])),
      );
    });
  });

  it('gives each ranked unit the rank one more than the ranked units above it', () => {
    check((round) => {
      const { measure_scores } = scoreReference(round);
      for (const { measure } of measuresOf(round.framework)) {
        const rows = rankedRows(measure_scores, measure);
        const above = rows.map(({ value }) => 1 + rows.filter((other) => !isAtMost(other.value!, value!)).length);
        expect(rows.map(({ rank }) => rank)).toEqual(above);
      }
    });
  });

  it('counts in every measure what was asked and answered, as the states of its indicators say', () => {
    check((round) => {
      const { indicator_points, measure_scores } = scoreReference(round);
      const mainIndexOf = new Map(round.framework.indicators.map((one) => [one.indicator, one.main_index]));
      const parts = new Map(measuresOf(round.framework).map((one) => [one.measure, one.main_indices]));
      for (const { unit_id, measure, answered_count, asked_count } of measure_scores) {
        const own = indicator_points.filter(
          (row) => row.unit_id === unit_id && parts.get(measure)!.includes(mainIndexOf.get(row.indicator)!),
        );
        expect(asked_count).toBe(own.filter(({ state }) => !isLeft(state)).length);
        expect(asked_count - answered_count).toBe(own.filter(({ state }) => state === 'not_answered').length);
      }
    });
  });

  it('gives no rank in a measure to who answered nothing of it, and to who answered all of it one', () => {
    check((round) => {
      const published = new Map(measuresOf(round.framework).map(({ measure, ranked }) => [measure, ranked]));
      const contenders = new Set(round.units.filter(({ ranked }) => ranked).map(({ unit_id }) => unit_id));
      const framework = { ...round.framework, minimum_answered_percent: 0 };
      for (const row of scoreReference({ ...round, framework }).measure_scores) {
        const contends = published.get(row.measure)! && contenders.has(row.unit_id);
        expect(row.rank !== null).toBe(contends && row.answered_count > 0);
      }
    });
  });

  it('changes nothing when every unit is appraised at its own points', () => {
    check((round) => {
      const own = scoreReference({ ...round, appraisals: [] });
      const appraisals = own.indicator_points.flatMap(({ unit_id, indicator, points }) =>
        points === null ? [] : [{ unit_id, indicator, points, reason: null }],
      );
      const appraised = scoreReference({ ...round, appraisals });
      expect(appraised.measure_scores).toEqual(own.measure_scores);
      expect(appraised.indicator_points.map(({ points }) => points)).toEqual(
        own.indicator_points.map(({ points }) => points),
      );
    });
  });

  it('scores a unit on what does not apply as if the framework had never asked it', () => {
    check((round) => {
      const [dropped] = round.framework.indicators;
      const answers = (round.answers ?? []).filter(({ indicator }) => indicator !== dropped!.indicator);
      const none = round.units.flatMap(({ unit_id, submitted }) =>
        submitted
          ? [{ unit_id, indicator: dropped!.indicator, state: 'not_applicable' as const, carried_from: null }]
          : [],
      );
      const indicators = round.framework.indicators.with(0, { ...dropped!, assessed: false });
      const unasked = scoreReference({ ...round, framework: { ...round.framework, indicators }, answers });
      const left = scoreReference({ ...round, answers: [...answers, ...(dropped!.assessed ? none : [])] });
      expect(left.measure_scores).toEqual(unasked.measure_scores);
      expect(left.averages).toEqual(unasked.averages);
    });
  });

  it('moves nobody when a unit that may not be ranked is taken out', () => {
    check((round) => {
      const out = new Set(round.units.filter(({ ranked }) => !ranked).map(({ unit_id }) => unit_id));
      const stays = ({ unit_id }: { unit_id: string }) => !out.has(unit_id);
      const without = scoreReference({
        framework: round.framework,
        units: round.units.filter(stays),
        observations: round.observations.filter(stays),
        answers: (round.answers ?? []).filter(stays),
        appraisals: (round.appraisals ?? []).filter(stays),
      });
      expect(without.measure_scores).toEqual(scoreReference(round).measure_scores.filter(stays));
    });
  });
});

/** Inputs of which more can never earn less; growth falls with `previous`, choices have no order. */
const rising: Record<string, string[]> = {
  direct: ['value'],
  external: ['value'],
  yes_no: ['answer'],
  ratio: ['numerator'],
  ratio_threshold: ['numerator'],
  growth: ['value'],
  count_tiers: ['count'],
  additive_parts: ['part_1', 'part_2', 'part_3', 'part_4'],
};

describe('a figure that rises', () => {
  it('never lowers a value or worsens a rank of the unit that it belongs to', () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.nat(), fc.bigInt(0n, 10n ** 12n), (round, pick, increase) => {
        const rules = new Map(round.framework.indicators.map(({ indicator, rule }) => [indicator, rule]));
        const risers = round.observations.filter((row) => rising[rules.get(row.indicator)!]?.includes(row.input));
        fc.pre(risers.length > 0);
        const row = risers[pick % risers.length]!;
        const [whole = '', fraction] = row.value.split('.');
        const risen = `${BigInt(whole) + increase}${fraction ? `.${fraction}` : ''}`;
        fc.pre(isAtMost(row.value, risen));
        const value = row.input.startsWith('part_') || row.input === 'answer' ? '1' : risen;
        const after = { ...round, observations: round.observations.map((o) => (o === row ? { ...o, value } : o)) };
        const ownRows = (of: ScoringInputs) =>
          scoreReference(of).measure_scores.filter(({ unit_id }) => unit_id === row.unit_id);
        const before = ownRows(round);
        ownRows(after).forEach((now, i) => {
          const { value: was, rank } = before[i]!;
          if (was !== null) expect(isAtMost(was, now.value!)).toBe(true);
          if (rank !== null) expect(now.rank).toBeLessThanOrEqual(rank);
        });
      }),
      { numRuns: 200 },
    );
  });
});
