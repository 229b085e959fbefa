import { describe, expect, it } from 'vitest';
import { appliedAppraisals, selectAppraisals, standingAppraisals } from '../../../shared/score-store/appraisals.ts';
import { caobang, hanoi, recordOf } from '../../support/appraisals.ts';

const submissions = new Map([[hanoi, 'a'.repeat(64)]]);
const pointsOf = (...rest: Parameters<typeof standingAppraisals>) =>
  [...standingAppraisals(...rest).values()].map(({ indicator, points }) => [indicator, points]);
const first = recordOf();
const second = recordOf({ file_number: 2, points: '7', appraisal_sha256: 'e'.repeat(64) });

describe('standingAppraisals', () => {
  it('are the last decision for each indicator, however they arrive', () => {
    const other = recordOf({ indicator: 'online' });
    expect(pointsOf([second, other, first], submissions)).toEqual([
      ['plan', '7'],
      ['online', '10.25'],
    ]);
  });

  it('are those of an earlier moment when asked for it', () =>
    expect(pointsOf([first, second], submissions, 1)).toEqual([['plan', '10.25']]));

  it('are gone when withdrawn, and back when made again', () => {
    const withdrawn = recordOf({ file_number: 2, points: null });
    expect(pointsOf([first, withdrawn], submissions)).toEqual([]);
    expect(pointsOf([first, withdrawn, recordOf({ file_number: 3 })], submissions)).toEqual([['plan', '10.25']]);
  });

  it('hold for the submission they were made against, and again when the unit returns to it', () => {
    const corrected = recordOf({ file_number: 2, points: '7', submission_sha256: 'c'.repeat(64) });
    expect(pointsOf([first, corrected], new Map([[hanoi, 'c'.repeat(64)]]))).toEqual([['plan', '7']]);
    expect(pointsOf([first, corrected], submissions)).toEqual([['plan', '10.25']]);
    expect(pointsOf([first, corrected], new Map([[hanoi, 'd'.repeat(64)]]))).toEqual([]);
    expect(pointsOf([first], new Map())).toEqual([]);
  });
});

describe('selectAppraisals', () => {
  it('lists by unit and indicator what a run pins, so that the same decisions are the same run', () => {
    const units = new Map([...submissions, [caobang, 'b'.repeat(64)]]);
    const elsewhere = recordOf({ unit_id: caobang, submission_sha256: 'b'.repeat(64) });
    const selected = selectAppraisals([elsewhere, second, first], units);
    expect(selected).toEqual(selectAppraisals([first, second, elsewhere], units));
    expect(selected).toEqual([
      { unit_id: hanoi, indicator: 'plan', appraisal_sha256: 'e'.repeat(64), file_number: 2 },
      { unit_id: caobang, indicator: 'plan', appraisal_sha256: 'f'.repeat(64), file_number: 1 },
    ]);
  });
});

describe('appliedAppraisals', () => {
  it('are the decisions that were selected, also when later ones came', () => {
    const selected = selectAppraisals([first], submissions);
    expect(appliedAppraisals([first, second], selected)).toEqual([
      {
        unit_id: hanoi,
        indicator: 'plan',
        points: '10.25',
        reason: 'Kế hoạch ban hành muộn',
      },
    ]);
  });

  it('are none where none were selected, and a fault where one is gone', () => {
    expect(appliedAppraisals([first], undefined)).toEqual([]);
    expect(() => appliedAppraisals([second], selectAppraisals([first], submissions))).toThrow('APPRAISAL_GONE');
  });
});
