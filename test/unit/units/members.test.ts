import { describe, expect, it } from 'vitest';
import { findGroup, groupOf, groups } from '../../../shared/units/groups.ts';
import {
  findUnit,
  findUnitByName,
  isMember,
  membersOf,
  nameOn,
  predecessorsOf,
  unitOf,
} from '../../../shared/units/registry.ts';

const sizeOf = (group: string, period: string) => membersOf(group, period).length;
const idsOf = (units: { unit_id: string }[]) => units.map((unit) => unit.unit_id);

describe('membersOf', () => {
  it.each([
    ['province34', '2024', 34, 'the round restated for the 34'],
    ['province63', '2024', 63, 'the round as it was collected'],
    ['province34', '2025', 34, 'the units of the day'],
    ['province63', '2025', 63, 'the 63 as they last stood'],
    ['province34', '2026-Q3', 34, 'a quarter after the merger'],
    ['ministry-services', '2024', 18, 'before March 2025'],
    ['ministry-services', '2025', 12, 'after March 2025'],
    ['ministry-no-services', '2024', 6, 'before March 2025'],
    ['ministry-unclassified', '2024', 6, 'nothing read classifies them'],
  ])('%s in %s has %i units: %s', (group, period, size) => {
    expect(sizeOf(group, period)).toBe(size);
  });

  it('orders by unit_id bytewise, the order of every table', () => {
    const ids = idsOf(membersOf('ministry-services', '2025'));
    expect(ids).toEqual([...ids].sort());
    expect(ids.indexOf('M06-2025')).toBeLessThan(ids.indexOf('M08')); // the file lists bodies of 2025 last
  });

  it('puts every valid ministry in exactly one group, so that none is forgotten', () => {
    const period = '2025';
    const ministryGroups = groups.map(({ group }) => group).filter((group) => group.startsWith('ministry'));
    const ids = ministryGroups.flatMap((group) => idsOf(membersOf(group, period)));
    expect(ids).toHaveLength(22);
    expect(new Set(ids).size).toBe(22);
  });

  it('throws for a group that is not defined', () => {
    expect(() => sizeOf('province35', '2024')).toThrow(/GROUP_UNKNOWN: no group "province35"/);
    expect(findGroup('province35')).toBeNull();
  });
});

describe('isMember', () => {
  it('lets a province of the 34 report for 2024, before its own validity', () => {
    expect(isMember('P08-2025', 'province34', '2024')).toBe(true);
    expect(isMember('P08', 'province34', '2024')).toBe(false);
    expect(isMember('P08', 'province63', '2024')).toBe(true);
  });
});

describe('findUnitByName', () => {
  const period = '2024';

  it('finds the bearer in its group, because one name is borne by old and new units', () => {
    expect(findUnitByName('Tuyên Quang', 'province34', period)?.unit_id).toBe('P08-2025');
    expect(findUnitByName('Tuyên Quang', 'province63', period)?.unit_id).toBe('P08');
  });

  it('compares after NFC, because workbooks made on a Mac hold decomposed letters', () => {
    expect(findUnitByName('Đắk Lắk'.normalize('NFD'), 'province63', period)?.name_vi).toBe('Đắk Lắk');
  });

  it('knows aliases and former names', () => {
    expect(findUnitByName('Thừa Thiên Huế', 'province63', period)?.unit_id).toBe('P46');
    expect(findUnitByName('Hanoi', 'province34', period)?.unit_id).toBe('P01-2025');
  });

  it('returns null for a name that nobody in the group bears', () => {
    expect(findUnitByName('Bình Dương', 'province34', period)).toBeNull();
  });

  it('faults on a name that two bear, for which of them was meant nobody can know', () => {
    const aliases = unitOf('P46-2025').aliases as string[];
    aliases.push('Hà Nội');
    try {
      expect(() => findUnitByName('Hà Nội', 'province34', period)).toThrow(
        'UNIT_NAME_AMBIGUOUS: "Hà Nội" names P01-2025, P46-2025',
      );
    } finally {
      aliases.pop();
    }
  });

  it('is never ambiguous in any group, by name or by alias', () => {
    const taken = ['2024', '2025'].flatMap((at) =>
      groups.flatMap(({ group }) =>
        membersOf(group, at).flatMap((unit) =>
          [unit.name_vi, unit.full_name_vi, ...unit.aliases].map(
            (name) => findUnitByName(name, group, at)?.unit_id === unit.unit_id,
          ),
        ),
      ),
    );
    expect(taken.length).toBeGreaterThan(400);
    expect(taken).not.toContain(false);
  });
});

describe('lineage', () => {
  it('names the provinces that a merged one was formed from', () => {
    expect(idsOf(predecessorsOf(unitOf('P79-2025')))).toEqual(['P74', 'P77', 'P79']);
  });
});

describe('unitOf', () => {
  it('names the id that is unknown', () => {
    expect(() => unitOf('P99')).toThrow(/UNIT_UNKNOWN: no unit "P99"/);
    expect(findUnit('P99')).toBeNull();
  });
});

describe('nameOn', () => {
  const hue = unitOf('P46');

  it('follows the renaming of Huế on 1 January 2025', () => {
    expect(nameOn(hue, '2024-12-31')).toEqual({ name_vi: 'Thừa Thiên Huế', full_name_vi: 'Tỉnh Thừa Thiên Huế' });
    expect(nameOn(hue, '2025-01-01')).toEqual({ name_vi: 'Huế', full_name_vi: 'Thành phố Huế' });
  });

  it('takes the first or last name outside the validity, as for a restated round', () => {
    expect(nameOn(unitOf('P75-2025'), '2024-12-31').full_name_vi).toBe('Tỉnh Đồng Nai');
    expect(nameOn(unitOf('P75-2025'), '2026-04-30').full_name_vi).toBe('Thành phố Đồng Nai');
    expect(nameOn(hue, '2030-01-01').name_vi).toBe('Huế');
  });
});

describe('groupOf', () => {
  it('says that unclassified ministries are never ranked', () => {
    expect(groupOf('ministry-unclassified').ranked).toBe(false);
    expect(groupOf('province34').ranked).toBe(true);
  });
});
