import { describe, expect, it } from 'vitest';
import {
  countsVi,
  frameworkVi,
  groupVi,
  noticesVi,
  summaryVi,
  titleVi,
} from '../../../shared/release/scoreboard-words.ts';
import {
  asDerived,
  asIllustrative,
  buildProvinceScoreboard,
  settle,
  withMissing,
} from '../../support/scoreboard-builder.ts';

describe('titleVi', () => {
  it('speaks of a ranking only when somebody is ranked', () => {
    expect(titleVi(buildProvinceScoreboard())).toBe('Xếp hạng chuyển đổi số năm 2024');
    expect(titleVi(asDerived(buildProvinceScoreboard()))).toBe(
      'Kết quả chuyển đổi số năm 2024 theo đơn vị sau sắp xếp',
    );
  });

  it('names a quarter as official documents do', () => {
    expect(titleVi({ ...buildProvinceScoreboard(), period: '2026-Q3' })).toBe('Xếp hạng chuyển đổi số quý III/2026');
  });
});

describe('summaryVi', () => {
  it('claims no leader in a group that is never ranked', () => {
    const scoreboard = buildProvinceScoreboard();
    for (const measure of scoreboard.measures) measure.ranked = false;
    expect(summaryVi(settle(scoreboard))).toBe(
      '34 đơn vị có kết quả năm 2024, giá trị trung bình của 34 đơn vị là 0,7005; đợt này không xếp hạng.',
    );
  });

  it('names no leader among two: to be ahead of one other is no news', () => {
    const scoreboard = buildProvinceScoreboard();
    for (const unit of scoreboard.units.slice(2)) unit.scores = {};
    expect(summaryVi(settle(scoreboard))).toBe(
      '2 trong 34 đơn vị được xếp hạng chuyển đổi số năm 2024; giá trị trung bình của 2 đơn vị là 0,8096.',
    );
  });

  it('names a leader among three', () => {
    const scoreboard = buildProvinceScoreboard();
    for (const unit of scoreboard.units.slice(3)) unit.scores = {};
    expect(summaryVi(settle(scoreboard))).toMatch(/^Hà Nội dẫn đầu trong 3 đơn vị .* của 3 đơn vị là /);
  });

  it('says that nobody submitted rather than showing an empty ranking', () => {
    const scoreboard = buildProvinceScoreboard();
    for (const unit of scoreboard.units) unit.scores = {};
    expect(summaryVi(settle(scoreboard))).toBe('Chưa có đơn vị nào trong 34 đơn vị nộp số liệu năm 2024.');
  });
});

describe('countsVi', () => {
  it('counts who is missing apart from who is ranked', () => {
    expect(countsVi(withMissing(buildProvinceScoreboard(), 'P46-2025'))).toBe(
      '34 đơn vị, 33 được xếp hạng, 1 chưa nộp số liệu',
    );
  });
});

describe('frameworkVi', () => {
  it('names the decision once, also when the title already holds its number', () => {
    const scoreboard = buildProvinceScoreboard();
    expect(frameworkVi(scoreboard)).toBe('Bộ chỉ số đánh giá chuyển đổi số cấp tỉnh (405/QĐ-BKHCN), phiên bản 2025.1');
    scoreboard.framework.title_vi = 'Bộ chỉ số cấp tỉnh (QĐ 405/QĐ-BKHCN)';
    expect(frameworkVi(scoreboard)).toBe('Bộ chỉ số cấp tỉnh (QĐ 405/QĐ-BKHCN), phiên bản 2025.1');
  });
});

describe('groupVi', () => {
  it('leaves the dates of a group to the caption', () => {
    expect(groupVi(buildProvinceScoreboard())).toBe('34 tỉnh, thành phố');
  });
});

describe('noticesVi', () => {
  it('is silent about an ordinary release', () => {
    expect(noticesVi(buildProvinceScoreboard())).toEqual([]);
  });

  it('says of how many units values rest on figures of which earlier periods', () => {
    const scoreboard = buildProvinceScoreboard();
    const [first, second, ...rest] = scoreboard.units;
    const units = [
      { ...first!, carried: { '2026-Q1': 2 } },
      { ...second!, carried: { '2025': 1, '2026-Q1': 1 } },
      ...rest,
    ];
    expect(noticesVi({ ...scoreboard, units })).toEqual([
      'Kết quả của 2 đơn vị gồm cả số liệu kế thừa từ năm 2025 và quý I/2026, của các chỉ số không thu thập trong kỳ.',
    ]);
  });
});

describe('notices of a period', () => {
  it('come first, for they are about the figures and not about the framework', () => {
    const scoreboard = { ...asIllustrative(buildProvinceScoreboard()), notice_vi: 'Không đơn vị nào kê khai.' };
    expect(noticesVi(scoreboard)[0]).toBe('Không đơn vị nào kê khai.');
    expect(noticesVi(scoreboard)).toHaveLength(2);
  });

  it('leave the note of an illustrative framework to the method: on a phone it would stand before everything', () => {
    expect(noticesVi(asIllustrative(buildProvinceScoreboard()))).toEqual([`${mark}.`]);
  });
});

const mark = 'Số liệu minh họa, không phải kết quả chính thức';
