import { describe, expect, it } from 'vitest';
import { addressOf, compareKeys, type Key, orderIn } from '../../../../shared/site/client/table/order.ts';

const keys: Key[] = [
  { figure: null, name: 0 },
  { figure: 0.5, name: 3 },
  { figure: 0.7, name: 2 },
  { figure: 0.5, name: 1 },
];
const sorted = (isDescending: boolean) =>
  keys.toSorted((a, b) => compareKeys(a, b, isDescending)).map(({ figure, name }) => `${figure} ${name}`);

describe('rows sorted in place', () => {
  it('put who has no figure last in both directions, and equal figures in the order of names', () => {
    expect(sorted(true)).toEqual(['0.7 2', '0.5 1', '0.5 3', 'null 0']);
    expect(sorted(false)).toEqual(['0.5 1', '0.5 3', '0.7 2', 'null 0']);
  });
});

describe('the order in the address', () => {
  it.each([
    ['#xep=security', { column: 'security', isDescending: true }],
    ['#xep=security,tang', { column: 'security', isDescending: false }],
    ['#xep=ten', { column: 'ten', isDescending: false }],
    ['#xep=ten,giam', { column: 'ten', isDescending: true }],
  ])('is %s, and is read as it was written', (address, order) => {
    expect(addressOf(order)).toBe(address);
    expect(orderIn(address)).toEqual(order);
  });

  it('is none where the address points at a unit, or at nothing', () => {
    expect(['', '#P46-2025', '#xep=', '#xep=security,oben'].map(orderIn)).toEqual([null, null, null, null]);
  });
});
