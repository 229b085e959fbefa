import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { loadRegistry } from '../../../shared/units/load-registry.ts';
import { type RegistryDocument, readRegistry } from '../../../shared/units/read-registry.ts';
import { registryDigest } from '../../../shared/units/registry.ts';

/** The delivered registry with one entry changed. */
function registryWith(code: string, change: Partial<RegistryDocument['units'][number]>): RegistryDocument {
  const document = JSON.parse(loadRegistry().document) as RegistryDocument;
  const units = document.units.map((entry) => (entry.code === code ? { ...entry, ...change } : entry));
  return { ...document, units };
}

describe('loadRegistry', () => {
  it('proves the delivered registry: 63 provinces, 34 formed from them, 36 central bodies', () => {
    const { units, byId } = loadRegistry();
    const provinces = units.filter((unit) => unit.kind === 'province');
    expect(provinces.filter((unit) => unit.valid_to === '2025-06-30')).toHaveLength(63);
    expect(provinces.filter((unit) => unit.valid_from === '2025-07-01')).toHaveLength(34);
    expect(units.filter((unit) => unit.kind === 'ministry')).toHaveLength(36);
    expect(byId.get('P79-2025')?.formed_from).toEqual(['P74', 'P77', 'P79']);
  });

  it('has a digest that anyone can take from the canonical document', () => {
    expect(registryDigest()).toBe(sha256Of(loadRegistry().document));
  });
});

describe('readRegistry', () => {
  it.each([
    [
      'a former province in no present one',
      'P08-2025',
      { formed_from: ['P08'] },
      /P02 \(Hà Giang\): must be in exactly one/,
    ],
    ['a former province in two', 'P04-2025', { formed_from: ['P04', 'P02'] }, /P02 .*found .*P04-2025/],
    ['a link that is not returned', 'P04', { succeeded_by: ['P01-2025'] }, /P04 \(Cao Bằng\): .*not formed from it/],
    ['a successor that does not exist', 'P04', { succeeded_by: ['P99-2025'] }, /P04 .*P99-2025, which is not in/],
    [
      'a predecessor that does not exist',
      'P04-2025',
      { formed_from: ['P04', 'P98'] },
      /P04-2025 .*P98, which is not in/,
    ],
    ['a code borne twice', 'P06', { code: 'P04' }, /P04 \(Bắc Kạn\): the code is borne twice/],
    ['validity that ends before it begins', 'M04', { valid_to: '2019-12-31' }, /M04 .*before it begins/],
    ['a day that no calendar has', 'M04', { valid_from: '2020-02-30' }, /M04 .*"2020-02-30" is not a day/],
    [
      'a gap between predecessor and successor',
      'P04',
      { valid_to: '2025-06-29' },
      /P04-2025 .*P04 it was formed from ends/,
    ],
    ['a name that is not in NFC', 'P04', { name_vi: 'Cao Bằng'.normalize('NFD') }, /P04 .*not in NFC/],
    [
      'a history with a hole',
      'P46',
      { history: [{ from: '2008-08-01', to: '2024-12-31', name_vi: 'Huế', full_name_vi: 'Tỉnh Huế' }] },
      /P46 \(Huế\): its history does not fill/,
    ],
  ])('refuses %s and names the unit', (_what, code, change, message) => {
    expect(() => readRegistry(registryWith(code, change))).toThrow(message);
    expect(() => readRegistry(registryWith(code, change))).toThrow('REGISTRY_BROKEN');
  });

  it('refuses a registry that lost a province together with its successor, which no link shows', () => {
    const document = registryWith('P04', {});
    const units = document.units.filter((entry) => !entry.code.startsWith('P04'));
    expect(() => readRegistry({ ...document, units })).toThrow(
      /62 former provinces, where the registry's counts say 63/,
    );
  });
});
