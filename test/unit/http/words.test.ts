import { describe, expect, it } from 'vitest';
import { words } from '../../../shared/http/words.ts';

const field = words(20);

describe('words', () => {
  it.each([
    ['nothing', ''],
    ['spaces of every kind', ' \u00a0\u3000\t'],
    ['a zero-width space, which trimming leaves', '\u200b'],
    ['joiners and marks of direction', '\u200d\u202e\u2066'],
    ['fillers that are letters to Unicode', '\u3164\u115f'],
    ['a dot', '.'],
  ])('are not %s', (_, raw) => {
    expect(field.safeParse(raw).success).toBe(false);
  });

  it('are kept as they are read, so that the same words are the same run', () => {
    expect(field.parse(' Nha\u0323\u0302p \u202esai\u200b ')).toBe('Nhập sai');
    expect(field.parse('dòng 1\ndòng 2')).toBe('dòng 1\ndòng 2');
    expect(field.parse('số \u0001\ud800')).toBe('số \ufffd');
  });

  it('are counted after cleaning', () => {
    expect(field.safeParse(`${'a'.repeat(20)}\u200b `).success).toBe(true);
    expect(field.safeParse('a'.repeat(21)).success).toBe(false);
  });
});
