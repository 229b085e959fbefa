import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { askedIndicators } from '../../../shared/frameworks/asked-indicators.ts';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { scoringRules } from '../../../shared/frameworks/rules.ts';
import { findGroup } from '../../../shared/units/groups.ts';

const province = await loadFramework('dti-province-405-indicators');
const ministry = await loadFramework('dti-ministry-405');
const national = await loadFramework('dti-national-405');
const commune = await loadFramework('dti-commune-2025');
const lists = [province, ministry, national, commune];

/** `awareness 4 50/50`: indicators, points assessed, points in all. */
const outlineOf = ({ main_indices, indicators }: Framework) =>
  main_indices.map(({ main_index }) => {
    const own = indicators.filter((indicator) => indicator.main_index === main_index);
    const sum = (some: typeof own) => some.reduce((total, { max_points }) => total + Number(max_points), 0);
    return `${main_index} ${own.length} ${sum(own.filter(({ assessed }) => assessed))}/${sum(own)}`;
  });

const namesOf = ({ indicators }: Framework) => indicators.map(({ name_vi }) => name_vi);

describe('dti-commune-2025', () => {
  it('has the 62 names and points of the real list, to the letter', () => {
    const read = commune.indicators.map(({ indicator, name_vi, max_points }) => {
      return `${indicator.slice(1).replaceAll('_', '.')}|${name_vi}|${max_points}`;
    });
    expect(read).toHaveLength(62);
    // Taken from the list as it was read (code, name in NFC, points), not from our file.
    expect(sha256Of(read.join('\n'))).toBe('b7aad806eb48adf7b888a6ebc88c86c42f462b1a30ed20ca2c79509f245e1f5c');
  });

  it('has 960 points in its 6 main indices', () => {
    expect(outlineOf(commune)).toEqual([
      'infrastructure 7 80/80',
      'workforce 5 100/100',
      'security 6 100/100',
      'activity_gov 32 520/520',
      'activity_econ 4 80/80',
      'activity_soc 8 80/80',
    ]);
  });

  it('says what is real and what was inferred', () => {
    expect(commune.note_vi).toMatch(/^Đọc được từ một bộ chỉ số cấp xã có thật: tên 62 chỉ số, điểm tối đa/);
  });
});

describe('dti-province-405-indicators', () => {
  it('has 47 indicators in the 8 main indices of the decision, 60 of its 1,000 points not assessed', () => {
    expect(province.indicators).toHaveLength(47);
    expect(outlineOf(province)).toEqual([
      'awareness 4 50/50',
      'institutions 4 50/50',
      'infrastructure 8 140/200',
      'workforce 6 100/100',
      'security 5 100/100',
      'activity_gov 9 200/200',
      'activity_econ 5 150/150',
      'activity_soc 6 150/150',
    ]);
  });

  it('shares main indices, pillars and assessed points with the frozen framework of the decision', async () => {
    const frozen = await loadFramework('dti-province-405');
    expect(province.main_indices).toEqual(frozen.main_indices);
    expect(province.pillars).toEqual(frozen.pillars);
  });

  it('uses the eleven names that are known, under their main index', () => {
    const known = {
      infrastructure: [
        'Tỷ lệ hộ gia đình có kết nối Internet băng rộng cáp quang',
        'Tỷ lệ hệ thống thông tin dùng chung có sử dụng dịch vụ điện toán đám mây của Trung tâm dữ liệu',
        'Ứng dụng AI phục vụ người dân, doanh nghiệp',
      ],
      workforce: [
        'Tỷ lệ công chức, viên chức chuyên trách về chuyển đổi số',
        'Tỷ lệ công chức, viên chức chuyên trách về an toàn thông tin mạng',
        'Tỷ lệ công chức, viên chức được bồi dưỡng, tập huấn về chuyển đổi số',
        'Số lượng thành viên của Tổ công nghệ số cộng đồng trên 100 dân',
        'Số lượng người dân được phổ cập kỹ năng số',
      ],
      security: [
        'Hệ thống thông tin triển khai đầy đủ phương án bảo đảm an toàn thông tin theo cấp độ đã được phê duyệt',
        'Hệ thống thông tin được triển khai giám sát an toàn thông tin',
        'Cài đặt phần mềm phòng chống mã độc',
      ],
    };
    for (const [mainIndex, names] of Object.entries(known)) {
      const own = province.indicators.filter(({ main_index }) => main_index === mainIndex);
      expect(own.map(({ name_vi }) => name_vi)).toEqual(expect.arrayContaining(names));
    }
    expect(province.indicators.find(({ indicator }) => indicator === 'wf_teams')?.target).toBe('0.05');
  });

  it('asks some only of those whom they concern', () => {
    const asked = (unit_id: string) =>
      askedIndicators(province, { unit_id, group: 'province34', period: '2026' }).map(({ indicator }) => indicator);
    expect(asked('P56-2025')).toContain('inf_islands'); // Khánh Hòa has a special zone
    expect(asked('P04-2025')).not.toContain('inf_islands');
    expect(asked('P01-2025')).toContain('gov_centre');
    expect(asked('P04-2025')).toHaveLength(43);
  });
});

describe('dti-ministry-405', () => {
  it('has 31 indicators in 6 main indices and 1,000 points', () => {
    expect(ministry.indicators).toHaveLength(31);
    expect(outlineOf(ministry)).toEqual([
      'awareness 4 100/100',
      'institutions 4 80/100',
      'infrastructure 5 150/150',
      'workforce 4 100/100',
      'security 5 150/150',
      'activities 9 400/400',
    ]);
  });

  it('does not ask bodies without public services about public services', () => {
    const asked = (group: string) => askedIndicators(ministry, { unit_id: 'M', group, period: '2026' }).length;
    expect([asked('ministry-services'), asked('ministry-unclassified'), asked('ministry-no-services')]).toEqual([
      30, 30, 27,
    ]);
  });
});

describe('dti-national-405', () => {
  it('has 12 indicators: government 400 points in 4, economy 300 in 3, society 300 in 5', () => {
    expect(outlineOf(national)).toEqual(['government 4 400/400', 'economy 3 300/300', 'society 5 240/300']);
  });
});

describe('lists of indicators', () => {
  it.each([province, ministry])('of $framework_id use every rule there is', ({ indicators }) => {
    expect(new Set(indicators.map(({ rule }) => rule))).toEqual(new Set(scoringRules));
  });

  it.each(lists)(
    'of $framework_id mark every line, because no line is official in name, points and formula',
    (list) => {
      expect(list.illustrative).toBe(true);
      expect(list.indicators.every(({ illustrative }) => illustrative === true)).toBe(true);
      expect(list.note_vi).toContain('Số liệu minh họa, không phải phụ lục chính thức');
    },
  );

  it.each(lists)(
    'of $framework_id name everything once and say evidence, source, who verifies and when due',
    (list) => {
      expect(new Set(namesOf(list)).size).toBe(list.indicators.length);
      for (const { evidence_vi, verified_by_vi, source, due } of list.indicators) {
        expect([evidence_vi, verified_by_vi, source, due].every((text) => text !== undefined)).toBe(true);
      }
    },
  );

  it.each(lists)('of $framework_id leave every main index something to measure in a quarter', (list) => {
    const [group = ''] = list.groups.map((id) => (id === 'communes-*' ? 'communes-P04-2025' : id));
    expect(findGroup(group)).not.toBeNull();
    const asked = askedIndicators(list, { unit_id: 'X', group, period: '2026-Q3' });
    expect(asked.length).toBeLessThan(list.indicators.length);
    expect(new Set(asked.map(({ main_index }) => main_index)).size).toBe(list.main_indices.length);
  });
});
