import { describe, expect, it } from 'vitest';
import { findGroup, groupOf } from '../../../shared/units/groups.ts';
import { loadRegistry } from '../../../shared/units/load-registry.ts';
import { readRegistry } from '../../../shared/units/read-registry.ts';
import { isMember, membersOf, unitOf } from '../../../shared/units/registry.ts';

const present = loadRegistry().units.filter((unit) => unit.kind === 'province' && unit.valid_to === null);

describe('groups of communes', () => {
  it('are one for each of the 34 provinces and hold all 3,321, each once', () => {
    const ids = present.flatMap(({ unit_id }) =>
      membersOf(`communes-${unit_id}`, '2026-Q3').map((unit) => unit.unit_id),
    );
    expect(present).toHaveLength(34);
    expect(new Set(ids).size).toBe(3321);
    expect(ids).toHaveLength(3321);
  });

  it('say by type how many there are, wards first, because no list of names was available', () => {
    const names = membersOf('communes-P22-2025', '2026').map(({ name_vi }) => name_vi);
    expect(names).toHaveLength(54);
    expect([names[0], names[29], names[30], names[51], names[52], names[53]]).toEqual([
      'Phường C001',
      'Phường C030',
      'Xã C031',
      'Xã C052',
      'Đặc khu C053',
      'Đặc khu C054',
    ]);
  });

  it('name their units so that nobody takes the names for real ones', () => {
    expect(unitOf('P04-2025-C004').full_name_vi).toBe('Xã C004, Cao Bằng (tên minh họa)');
    expect(groupOf('communes-P04-2025').name_vi).toBe('Xã, phường, đặc khu thuộc Cao Bằng (tên minh họa)');
  });

  it('begin with the provinces they lie in', () => {
    expect(isMember('P04-2025-C056', 'communes-P04-2025', '2025')).toBe(true);
    expect(isMember('P04-2025-C057', 'communes-P04-2025', '2025')).toBe(false);
    expect(membersOf('communes-P04-2025', '2024')).toEqual([]);
  });

  it.each(['communes-', 'communes-P04', 'communes-P99-2025', 'communes-M01', 'communes-P04-2025-C001', 'communes-VN'])(
    '%s is none: a former province, a ministry or nobody has no communes here',
    (group) => {
      expect(findGroup(group)).toBeNull();
    },
  );

  it('are refused when they do not add up to the registry count', () => {
    const document = JSON.parse(loadRegistry().document);
    document.counts.communes_2025_07_01 = 3320;
    expect(() => readRegistry(document)).toThrow(/3321 communes, where the registry's counts say 3320/);
  });
});

describe('group country', () => {
  it('holds the country alone, unranked: first of one would say nothing', () => {
    expect(membersOf('country', '2026').map(({ unit_id }) => unit_id)).toEqual(['VN']);
    expect(groupOf('country').ranked).toBe(false);
  });
});
