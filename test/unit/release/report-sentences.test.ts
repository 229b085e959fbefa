import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { describeChanges } from '../../../shared/release/changes/describe-changes.ts';
import { reportSentencesVi } from '../../../shared/release/report-sentences.ts';
import { fullNamesOf } from '../../../shared/release/unit-full-names.ts';
import {
  asDerived,
  asIllustrative,
  buildProvinceScoreboard,
  settle,
  withMissing,
  withoutTotal,
  withTie,
} from '../../support/scoreboard-builder.ts';

const framework = await loadFramework('dti-province-405');

describe('reportSentencesVi', () => {
  it('tells leader, average with its n, extremes, movers, who submitted and what is illustrative', () => {
    expect(reportSentencesVi(buildProvinceScoreboard(), null)).toEqual([
      'Hà Nội dẫn đầu trong 34 đơn vị được xếp hạng năm 2024, giá trị DTI 0,8241.',
      'Giá trị DTI: giá trị trung bình của 34 đơn vị là 0,7005; 19 đơn vị cao hơn, 15 đơn vị bằng hoặc thấp hơn giá trị này.',
      'Chỉ số chính có giá trị trung bình cao nhất là Nhận thức số (0,9657), thấp nhất là Hoạt động xã hội số (0,5508); ' +
        'trung bình các trụ cột: Chính quyền số (0,7644), Kinh tế số (0,7817) và Xã hội số (0,7749).',
      'Giá trị DTI từ 0,5128 (Cao Bằng, hạng 34) đến 0,8241; số đơn vị có cùng giá trị với đơn vị khác: 0.',
      'Về thay đổi thứ hạng: chưa có đợt công bố so sánh được.',
      'Cả 34 đơn vị đã nộp số liệu.',
      'Báo cáo không có số liệu minh họa.',
    ]);
  });

  it('counts who moved, names who moved most, and says of how many nothing can be said', () => {
    const now = settle({ ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' });
    now.units.find(({ unit_id }) => unit_id === 'P48-2025')!.scores.dti!.value = '0.7200';
    const scoreboard = settle(now);
    const before = withMissing(buildProvinceScoreboard(), 'P01-2025');
    const changes = describeChanges({ now: scoreboard, before, framework, rescored: null });
    expect(reportSentencesVi(scoreboard, changes)[4]).toMatch(
      /^So với năm 2024: \d+ đơn vị tăng bậc, \d+ giảm bậc, \d+ không đổi; tăng nhiều nhất: Đà Nẵng \(\d bậc\); giảm nhiều nhất: .*; 1 đơn vị không so sánh được\.$/,
    );
  });

  it('says a tie, and who has not submitted', () => {
    const tied = reportSentencesVi(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'), null);
    expect(tied[3]).toContain('số đơn vị có cùng giá trị với đơn vị khác: 2.');
    const missing = reportSentencesVi(withMissing(buildProvinceScoreboard(), 'P01-2025'), null);
    expect(missing[5]).toBe('33 trong 34 đơn vị đã nộp số liệu; chưa nộp: Hà Nội.');
  });

  it('says once that all have the same value, and names all averages that are the highest', () => {
    const one = buildProvinceScoreboard();
    for (const { scores } of one.units) scores.dti!.value = '0.7000';
    const board = settle(one);
    board.measures.find(({ measure }) => measure === 'institutions')!.average = '0.9657';
    const equal = reportSentencesVi(board, null);
    expect(equal[0]).toMatch(/^([^,]+, ){4}[^,]+ và 29 đơn vị khác đồng hạng 1 trong 34/);
    expect(equal[2]).toContain('cao nhất là Nhận thức số (0,9657) và Thể chế số (0,9657), thấp nhất');
    expect(equal[3]).toBe('Mọi đơn vị được xếp hạng có cùng giá trị DTI 0,7000, cùng hạng 1.');
  });

  it('has seven sentences whatever there is to say', () => {
    const boards = [withoutTotal, asDerived, asIllustrative].map((change) => change(buildProvinceScoreboard()));
    for (const board of boards) {
      const sentences = reportSentencesVi(board, null);
      expect(sentences).toHaveLength(7);
      for (const sentence of sentences) expect(sentence).toMatch(/^[^\s].*\.$/);
    }
    expect(reportSentencesVi(boards[0]!, null)[0]).toContain('không công bố giá trị chung');
    expect(reportSentencesVi(boards[2]!, null)[6]).toContain('minh họa');
  });
});

describe('fullNamesOf', () => {
  const named = (board: Parameters<typeof fullNamesOf>[0], id: string) =>
    fullNamesOf(board)(board.units.find(({ unit_id }) => unit_id === id)!);

  it('names a unit as law did on the day that membership was taken', () => {
    const board = buildProvinceScoreboard();
    expect(named(board, 'P46-2025')).toBe('Thành phố Huế');
    expect(named(board, 'P75-2025')).toBe('Tỉnh Đồng Nai');
    expect(named({ ...board, period: '2026' }, 'P75-2025')).toBe('Thành phố Đồng Nai');
  });

  it('keeps a name that the registry does not know', () => {
    const board = buildProvinceScoreboard();
    board.units[0]!.unit_name_vi = 'Tên khác';
    expect(named(board, 'P01-2025')).toBe('Tên khác');
  });
});
