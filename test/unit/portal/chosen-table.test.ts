import { describe, expect, it } from 'vitest';
import {
  chosenOf,
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
