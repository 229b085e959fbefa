import { describe, expect, it } from 'vitest';
import { standingDecisions } from '../../../../shared/submission/appraisal/appraised-unit.ts';
import { decisionOf } from '../../../support/appraisals.ts';

const [a, c, d] = ['a', 'c', 'd'].map((letter) => letter.repeat(64)) as [string, string, string];
const pointsOf = (...rest: Parameters<typeof standingDecisions>) =>
  [...standingDecisions(...rest).values()].map(({ indicator, points }) => [indicator, points]);
const first = decisionOf();
const second = decisionOf({ number: 5, points: '7' });

describe('standingDecisions', () => {
  it('are the last decision for each indicator', () => {
    expect(pointsOf([first, decisionOf({ indicator: 'online' }), second], a)).toEqual([
      ['plan', '7'],
      ['online', '10.25'],
    ]);
  });

  it('are those of an earlier moment when asked for it', () =>
    expect(pointsOf([first, second], a, 4)).toEqual([['plan', '10.25']]));

  it('are gone when withdrawn, and back when made again', () => {
    const withdrawn = decisionOf({ number: 5, points: null });
    expect(pointsOf([first, withdrawn], a)).toEqual([]);
    expect(pointsOf([first, withdrawn, decisionOf({ number: 6 })], a)).toEqual([['plan', '10.25']]);
  });

  it('hold for the figures they were made of, and again when the unit returns to them', () => {
    const corrected = decisionOf({ number: 5, points: '7', figures_sha256: c });
    expect(pointsOf([first, corrected], c)).toEqual([['plan', '7']]);
    expect(pointsOf([first, corrected], a)).toEqual([['plan', '10.25']]);
    expect(pointsOf([first, corrected], d)).toEqual([]);
  });
});
