import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRankChanges } from '../../../../shared/release/changes/split-rank-change.ts';
import { readDecimal } from '../../../../shared/scoring/reference/exact.ts';

const roundOf = (values: Record<string, string>) =>
  new Map(Object.entries(values).map(([unitId, value]) => [unitId, readDecimal(value)]));

/** The rule of ranks said in one line: one more than the number of those above. */
const rankIn = (round: ReadonlyMap<string, { digits: bigint }>, unitId: string) =>
  1 + [...round.values()].filter(({ digits }) => digits > round.get(unitId)!.digits).length;

describe('splitRankChanges', () => {
  const before = roundOf({ a: '0.9000', b: '0.8000', c: '0.7000', d: '0.6000' });

  it('gives a place to the unit itself when only its own value rose', () => {
    const after = roundOf({ a: '0.9000', b: '0.8000', c: '0.8500', d: '0.6000' });
    const parts = splitRankChanges({ before, after, restated: before });
    expect(parts.get('c')).toEqual({ own: 1, others: 0, method: 0, merger: 0 });
    expect(parts.get('b')).toEqual({ own: 0, others: -1, method: 0, merger: 0 });
  });

  it('says of a rank that stayed that two causes cancelled out', () => {
    const after = roundOf({ a: '0.9000', b: '0.7500', c: '0.7000', d: '0.7600' });
    const { own, others } = splitRankChanges({ before, after, restated: before }).get('c')!;
    expect([own, others]).toEqual([0, -1]);
    const fell = roundOf({ a: '0.9000', b: '0.6500', c: '0.6600', d: '0.6000' });
    expect(splitRankChanges({ before, after: fell, restated: before }).get('b')).toMatchObject({ own: -1, others: 0 });
  });

  it('lays the places that a dissolved and a new unit leave and take on the merger', () => {
    const after = roundOf({ b: '0.8000', c: '0.7000', d: '0.6000', e: '0.7500' });
    const parts = splitRankChanges({ before, after, restated: before });
    expect(parts.get('b')).toEqual({ own: 0, others: 0, method: 0, merger: 1 });
    expect(parts.get('c')).toEqual({ own: 0, others: 0, method: 0, merger: 0 });
    expect([...parts.keys()]).toEqual(['b', 'c', 'd']);
  });

  it('separates the method by the earlier round scored again', () => {
    const restated = roundOf({ a: '0.9000', b: '0.6500', c: '0.7000', d: '0.6000' });
    const after = roundOf({ a: '0.9000', b: '0.7500', c: '0.7000', d: '0.6000' });
    expect(splitRankChanges({ before, after, restated }).get('b')).toEqual({
      own: 1,
      others: 0,
      method: -1,
      merger: 0,
    });
    expect(splitRankChanges({ before, after, restated: null }).get('b')!.method).toBeNull();
  });

  it('adds up to the change of rank to the place, whatever the rounds (ties, leavers, newcomers, other methods)', () => {
    const round = fc.dictionary(
      fc.constantFrom(...'abcdefghij'),
      fc.integer({ min: 0, max: 12 }).map((value) => `0.${String(value).padStart(4, '0')}`),
    );
    fc.assert(
      fc.property(round, round, fc.option(round), (early, late, other) => {
        const [first, after] = [roundOf(early), roundOf(late)];
        const restated = other && roundOf({ ...early, ...other });
        const parts = splitRankChanges({ before: first, after, restated });
        const common = [...first.keys()].filter((unitId) => after.has(unitId));
        expect([...parts.keys()]).toEqual(common);
        for (const [unitId, { own, others, method, merger }] of parts) {
          const change = rankIn(first, unitId) - rankIn(after, unitId);
          expect(own + others + (method ?? 0) + merger).toBe(change);
          // The own part alone: the unit among the old values of the others.
          const base = restated ?? first;
          const old = new Map(common.map((one) => [one, base.get(one)!]));
          const moved = new Map(old).set(unitId, after.get(unitId)!);
          expect(own).toBe(rankIn(old, unitId) - rankIn(moved, unitId));
        }
      }),
      { numRuns: 500 },
    );
  });
});
