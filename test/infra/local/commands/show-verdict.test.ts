import { expect, it } from 'vitest';
import { showVerdict } from '../../../../infra/local/commands/show-verdict.ts';

it('is one line, also of a file whose name holds another', () => {
  expect(showVerdict({ path: 'inputs/framework.json', verdict: 'same' })).toBe('same       inputs/framework.json');
  const path = 'a\nsame       b\u001b[2K\u202e';
  expect(showVerdict({ path, verdict: 'STRAY' })).toBe('STRAY      a\uFFFDsame       b\uFFFD[2K\uFFFD');
});
