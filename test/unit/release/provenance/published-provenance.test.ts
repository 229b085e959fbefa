import { describe, expect, it } from 'vitest';
import { publishedProvenance } from '../../../../shared/release/provenance/published-provenance.ts';
import { buildProvinceScoreboard, withTie } from '../../../support/scoreboard-builder.ts';

const source = {
  ...{ source_vi: 'Trang dti.gov.vn', source_en: 'dti.gov.vn', address: 'https://dti.gov.vn/xep-hang-2022' },
  sha256: 'a'.repeat(64),
};
const table = { ...withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'), source };

describe('provenance of a table published elsewhere', () => {
  it('ends at its source, with the value and rank as the table has them', () => {
    const { ground, result, files } = publishedProvenance(table, 'P46-2025', 'dti');
    expect([ground, files]).toEqual([{ kind: 'published', source }, []]);
    expect(result).toMatchObject({ state: 'published', rank: 2, ranked_units: 34, tied_units: 2 });
  });

  it('has no value where the table has none', () => {
    const units = table.units.map((unit) => (unit.unit_id === 'P46-2025' ? { ...unit, scores: {} } : unit));
    expect(publishedProvenance({ ...table, units }, 'P46-2025', 'dti').result).toEqual({ state: 'no_data' });
  });

  it('is of a unit and a measure that are there', () => {
    expect(() => publishedProvenance(table, 'P99', 'dti')).toThrow(expect.objectContaining({ code: 'UNIT_UNKNOWN' }));
    expect(() => publishedProvenance(table, 'P46-2025', 'best')).toThrow(
      expect.objectContaining({ code: 'MEASURE_UNKNOWN' }),
    );
  });
});
