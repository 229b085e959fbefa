import { describe, expect, it } from 'vitest';
import {
  chosenOf,
  releasedFirst,
  tableAddress,
  textOfChosen,
} from '../../../functions/serve-portal/client/screens/ministry/chosen.ts';

const options = ['P01-2025', 'P04-2025', 'P46-2025'].map((code) => ({ code, name: code }));
const all = { periods: null, units: null, measures: null };

describe('what is chosen of a list', () => {
  it('is all of it unless the address says otherwise, and nothing that is not there', () => {
    expect([...chosenOf(null, options)]).toEqual(options.map(({ code }) => code));
    expect([...chosenOf('P46-2025,P99-2025', options)]).toEqual(['P46-2025']);
    expect([...chosenOf('', options)]).toEqual([]);
  });

  it('stands in the address in the order of the list, and all of it not at all', () => {
    expect(textOfChosen(new Set(['P46-2025', 'P01-2025']), options)).toBe('P01-2025,P46-2025');
    expect(textOfChosen(chosenOf(null, options), options)).toBeNull();
    expect(textOfChosen(new Set(), options)).toBe('');
  });
});

describe('the table of it', () => {
  it('is asked for with what is chosen, and without what is all', () => {
    const of = { index: 'dti', group: 'province34' };
    expect(tableAddress(of, all)).toBe('/v1/tables/dti/province34');
    expect(tableAddress(of, { ...all, units: 'P01-2025,P46-2025', periods: '2024' })).toBe(
      '/v1/tables/dti/province34?periods=2024&units=P01-2025%2CP46-2025',
    );
  });
});

describe('what there is to make a table of', () => {
  const line = (group: string, period: string, release: string | null = 'r1') => ({ group, period, release });
  const listed = (lines: ReturnType<typeof line>[]) =>
    releasedFirst(lines).map(({ group, period }) => `${group} ${period}`);

  it('is the newest end first, a year after its last quarter, and nothing that is not released', () => {
    const periods = ['2025', '2026-Q3', '2026', '2025-Q4', '2026-Q4', '2026-Q1'].map((period) => line('g', period));
    expect(listed([...periods, line('g', '2027', null)])).toEqual(
      ['2026', '2026-Q4', '2026-Q3', '2026-Q1', '2025', '2025-Q4'].map((period) => `g ${period}`),
    );
  });

  it('begins with the group that was released last, and of several with the one that has most of it', () => {
    const lines = [
      ...[line('communes-P04-2025', '2026-Q3'), line('ministry-services', '2026-Q3'), line('province63', '2024')],
      ...[line('province34', '2024'), line('province34', '2026-Q3'), line('communes-P04-2025', '2026', null)],
    ];
    expect(listed(lines)[0]).toBe('province34 2026-Q3');
    expect(listed([...lines, line('ministry-services', '2026')])[0]).toBe('ministry-services 2026');
  });
});
