import { expect, test } from 'vitest';
import { unitTyped } from '../../../infra/local/sign-in/login-page.tsx';

test.each([
  ['M02', 'M02'],
  ['Bộ Công Thương', 'M02'],
  [' bộ công thương ', 'M02'],
  // The name of today is that of the unit of today, not of the one it was formed from.
  ['Bộ Nội vụ', 'M09-2025'],
  ['Bộ không có', 'Bộ không có'],
])('whom to be is typed as the page says, by name or code: %s', (typed, unit) => {
  expect(unitTyped(typed)).toBe(unit);
});
