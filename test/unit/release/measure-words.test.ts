import { describe, expect, it } from 'vitest';
import {
  answeredNoteVi,
  answeredShare,
  averagesHeadVi,
  averageVi,
  isOfFewerUnits,
} from '../../../shared/release/measure-words.ts';
import { buildProvinceScoreboard, settle, withAnswered } from '../../support/scoreboard-builder.ts';

describe('averages in words', () => {
  it('say of how many units they are, because a mean of three is not that of a country', () => {
    const [total] = buildProvinceScoreboard().measures;
    expect(averageVi(total!)).toBe('giá trị trung bình của 34 đơn vị là 0,7005');
    expect(averageVi({ ...total!, average: null, average_units: 0 })).toBe('chưa có giá trị trung bình');
  });

  it('head their line with the number of most measures, and mark a measure of fewer units', () => {
    const scoreboard = buildProvinceScoreboard();
    delete scoreboard.units[0]!.scores.security;
    settle(scoreboard);
    expect(averagesHeadVi(scoreboard)).toBe('Trung bình 34 đơn vị');
    const fewer = scoreboard.measures.filter((measure) => isOfFewerUnits(measure, scoreboard));
    expect(fewer.map(({ measure, average_units }) => [measure, average_units])).toEqual([['security', 33]]);
  });

  it('have no number while nobody has a value', () => {
    const scoreboard = buildProvinceScoreboard();
    for (const unit of scoreboard.units) unit.scores = {};
    expect(averagesHeadVi(settle(scoreboard))).toBe('Trung bình');
  });
});

describe('answers in words', () => {
  it('are silent while everything was answered, so that a complete round reads as before', () => {
    const scoreboard = buildProvinceScoreboard();
    expect(answeredNoteVi(scoreboard, '“Có 3/6”')).toBe('');
    expect(answeredShare(scoreboard.units[0]!.scores.dti)).toBe('');
  });

  it('explain the share where it occurs', () => {
    const scoreboard = withAnswered(buildProvinceScoreboard(), 'P01-2025', { dti: [45, 47] });
    expect(answeredShare(scoreboard.units[0]!.scores.dti)).toBe('45/47');
    expect(answeredNoteVi(scoreboard, '“Có 3/6”')).toContain('“Có 3/6”: đơn vị trả lời 3 trong 6');
  });
});
