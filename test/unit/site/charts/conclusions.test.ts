import { describe, expect, it } from 'vitest';
import {
  dumbbellConclusion,
  dumbbellDescription,
  signedDifference,
} from '../../../../shared/site/charts/dumbbell-words.ts';
import { measureValues, pairOf, unitIndices } from '../../../../shared/site/charts/from-scoreboard.ts';
import { historyConclusion, historyDescription } from '../../../../shared/site/charts/history-words.ts';
import { slopeConclusion, slopeDescription } from '../../../../shared/site/charts/slope-words.ts';
import { spreadConclusion, spreadDescription } from '../../../../shared/site/charts/spread-words.ts';
import { stripsConclusion, stripsDescription } from '../../../../shared/site/charts/strips-words.ts';
import { mergedHistory, movesOf, spreadOver, unbrokenHistory } from '../../../support/chart-data.ts';
import { buildProvinceScoreboard, withMissing } from '../../../support/scoreboard-builder.ts';

const all = buildProvinceScoreboard();
const gappy = withMissing(buildProvinceScoreboard(), 'P79-2025');
const vi = { lang: 'vi' } as const;
const en = { lang: 'en' } as const;

describe('what the strips of a unit conclude', () => {
  it('is in how many main indices it is above the mean', () => {
    expect(stripsConclusion('vi', unitIndices(all, 'P46-2025', vi))).toBe(
      'Huế vượt trung bình ở 7 trên 8 chỉ số chính',
    );
    expect(stripsConclusion('en', unitIndices(all, 'P46-2025', en))).toBe(
      'Huế is above the mean in 7 of 8 main indices',
    );
  });

  it('names its highest and its lowest, and says so when there is nothing', () => {
    const told = stripsDescription('vi', unitIndices(all, 'P46-2025', vi));
    expect(told).toBe('Cao nhất: Nhận thức số, 1,0000; thấp nhất: Hoạt động kinh tế số, 0,5617.');
    const missing = unitIndices(gappy, 'P79-2025', vi);
    expect(stripsConclusion('vi', missing)).toBe('TP. Hồ Chí Minh chưa có số liệu ở các chỉ số chính');
    expect(stripsDescription('vi', missing)).toMatch(/^chưa có số liệu: Nhận thức số, .* và Hoạt động xã hội số\.$/);
  });
});

describe('what the spread of a measure concludes', () => {
  it('is how many share the maximum, and who is lowest', () => {
    const awareness = measureValues(all, 'awareness', vi);
    expect(spreadConclusion('vi', awareness)).toBe('24 trên 34 đơn vị đạt tối đa; thấp nhất: Đắk Lắk, 0,7500');
    expect(spreadConclusion('en', awareness)).toBe('24 of 34 units at the maximum; lowest: Đắk Lắk, 0.7500');
  });

  it('counts only those with a value, and names the others', () => {
    const some = measureValues(gappy, 'awareness', vi);
    expect(spreadConclusion('vi', some)).toBe('23 trên 33 đơn vị đạt tối đa; thấp nhất: Đắk Lắk, 0,7500');
    expect(spreadDescription('vi', some)).toMatch(/ Chưa có số liệu: TP\. Hồ Chí Minh\.$/);
  });

  it.each([
    [spreadOver(1), 'Đơn vị 0: 0,4000'],
    [spreadOver(3, { missing: 3 }), 'Chưa có đơn vị nào có số liệu'],
    [
      { ...spreadOver(2), units: spreadOver(2).units.map((unit) => ({ ...unit, value: '0.5000' })) },
      '2 đơn vị cùng đạt 0,5000',
    ],
  ])('has a sentence for few and for none', (data, sentence) => {
    expect(spreadConclusion('vi', data)).toBe(sentence);
  });
});

describe('what a dumbbell concludes', () => {
  it('counts higher, lower and equal main indices', () => {
    const pair = pairOf(all, 'P46-2025', 'P31-2025', vi);
    expect(dumbbellConclusion('vi', pair)).toBe(
      'Huế cao hơn Hải Phòng ở 3 trên 8 chỉ số chính, thấp hơn ở 3, bằng ở 2',
    );
    expect(dumbbellDescription('vi', pair)).toBe(
      'Chênh lệch lớn nhất: An toàn thông tin mạng, Huế 1,0000, Hải Phòng 0,7131.',
    );
  });

  it('signs differences, which are exact', () => {
    expect(signedDifference('vi', '1.0000', '0.7131')).toBe('+0,2869');
    expect(signedDifference('en', '0.1000', '0.3000')).toBe('\u22120.2000');
    expect(signedDifference('vi', '0.3000', '0.3000')).toBe('0,0000');
  });

  it('says so when one of them has nothing', () => {
    const pair = pairOf(gappy, 'P46-2025', 'P79-2025', vi);
    expect(dumbbellConclusion('vi', pair)).toBe('Huế và TP. Hồ Chí Minh không có chỉ số chính nào cùng có số liệu');
    expect(dumbbellDescription('vi', pair)).toMatch(/^Chưa có số liệu: Nhận thức số, /);
  });
});

describe('what a slope concludes', () => {
  it('counts who moved, and names the farthest each way', () => {
    expect(slopeConclusion('vi', movesOf(8))).toBe('2 đơn vị tăng hạng, 2 giảm hạng, 4 không đổi');
    expect(slopeDescription('en', movesOf(8))).toMatch(/ Most: Đơn vị 5 up 4 places; Đơn vị 1 down 4 places\.$/);
  });

  it('says who has no rank on both sides', () => {
    const [first, ...others] = movesOf(3).units;
    const moves = { ...movesOf(3), units: [{ ...first!, before: null }, ...others] };
    expect(slopeDescription('vi', moves)).toMatch(/ Không so sánh được: Đơn vị 0\.$/);
  });
});

describe('what a history concludes', () => {
  it('is the newest value, its change within the section, and what it is not compared with', () => {
    expect(historyConclusion('vi', mergedHistory)).toBe(
      'Hải Phòng đạt 0,7900 năm 2025, tăng 0,0043 so với năm 2024; không so sánh được với 63 tỉnh, thành phố',
    );
    expect(historyConclusion('vi', unbrokenHistory)).toBe(
      'Huế đạt 0,7951 năm 2024; không so sánh được với 63 tỉnh, thành phố',
    );
  });

  it('names the predecessors and the gaps', () => {
    expect(historyDescription('vi', mergedHistory)).toMatch(/ Trước sắp xếp: Hải Phòng \(cũ\) và Hải Dương\.$/);
    expect(historyDescription('vi', unbrokenHistory)).toMatch(/ Chưa có số liệu: năm 2022\.$/);
  });
});
