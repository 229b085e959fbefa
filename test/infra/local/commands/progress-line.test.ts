import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../../infra/local/commands/progress-line.ts';

function open(columns: number | null) {
  const written: string[] = [];
  let now = 0;
  const line = progressLine({ columns, write: (text) => written.push(text), now: () => now });
  const pass = (ms: number) => {
    now += ms;
  };
  return { ...line, written, pass };
}

describe('progressLine', () => {
  it('writes a line every tenth in a log, however many there are, with rate and time left', () => {
    const { show, written, pass } = open(null);
    for (let done = 1; done <= 3321; done++) {
      pass(100);
      show('nộp biểu mẫu', { done, of: 3321 });
    }
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('nộp biểu mẫu · 333/3321 · 10,0/giây · còn 4 phút 59 giây\n');
    expect(written.at(-1)).toBe('nộp biểu mẫu · 3321/3321 · 10,0/giây\n');
  });

  it('writes one of few each, and each step that has no count', () => {
    const { show, written, pass } = open(null);
    show('lập biểu mẫu');
    for (const done of [1, 2, 3]) {
      pass(2000);
      show('nộp', { done, of: 3 });
    }
    show('công bố');
    expect(written.map((text) => text.trimEnd())).toEqual([
      'lập biểu mẫu',
      'nộp · 1/3 · 0,5/giây · còn 4 giây',
      'nộp · 2/3 · 0,5/giây · còn 2 giây',
      'nộp · 3/3 · 0,5/giây',
      'công bố',
    ]);
  });

  it('begins to count again at the next piece of work, also one of as many', () => {
    const { show, written, pass } = open(null);
    for (const step of ['lập', 'nộp']) {
      for (const done of [1, 2]) {
        pass(1000);
        show(step, { done, of: 2 });
      }
    }
    expect(written[2]).toBe('nộp · 1/2 · 1,0/giây · còn 1 giây\n');
  });

  it('stays one line on a terminal: rewritten, cut to its width, ten times a second at most, gone at the end', () => {
    const { show, end, written, pass } = open(40);
    for (let done = 1; done <= 1000; done++) {
      pass(1);
      show('nộp biểu mẫu của đơn vị', { done, of: 1000 });
    }
    end();
    expect(written.length).toBeLessThan(15);
    expect(written.every((text) => text.startsWith('\r\u001b[2K') && !text.includes('\n'))).toBe(true);
    expect(Math.max(...written.map((text) => text.length))).toBeLessThanOrEqual(39 + '\r\u001b[2K'.length);
    expect(written.at(-2)).toContain('1000/1000');
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });

  it('writes nothing at the end of a log', () => {
    const { end, written } = open(null);
    end();
    expect(written).toEqual([]);
  });
});
