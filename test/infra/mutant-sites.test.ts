import { describe, expect, it } from 'vitest';
import { drawMutants } from '../mutants/draw-mutants.ts';
import { sitesIn } from '../mutants/sites.ts';

/** The text with each change in it, one after the other. */
const mutantsOf = (text: string): string[] =>
  sitesIn(text, 'tsx').map(({ start, end, to }) => `${text.slice(0, start)}${to}${text.slice(end)}`);

describe('sitesIn', () => {
  it.each([
    ['if (a < b) c();', ['if (!(a < b)) c();', 'if (a <= b) c();', 'if (a < b) ;']],
    [
      'const x = a && (b === 1);',
      ['const x = a || (b === 1);', 'const x = a && (b !== 1);', 'const x = a && (b === 2);'],
    ],
    ['const đ = ok ? true : f;', ['const đ = !(ok) ? true : f;', 'const đ = ok ? false : f;']],
    ["function f() { throw new Error('x'); }", ['function f() { ; }']],
    [
      'const y = <p>{n > 1 && m}</p>;',
      ['const y = <p>{n > 1 || m}</p>;', 'const y = <p>{n >= 1 && m}</p>;', 'const y = <p>{n > 2 && m}</p>;'],
    ],
  ])('changes %s in every way there is', (text, mutants) => {
    expect(mutantsOf(text)).toEqual(mutants);
  });

  it('leaves types, names and words alone', () => {
    expect(
      mutantsOf("type A = 1 | 2; interface B { c: true } const d = { 1: 'e' } as const satisfies object;"),
    ).toEqual([]);
  });
});

describe('drawMutants', () => {
  it('draws the same for the same seed, others for another, each once', () => {
    const name = ({ file, start, to }: ReturnType<typeof drawMutants>[number]) => `${file} ${start} ${to}`;
    const drawn = drawMutants(7, 50).map(name);
    expect(drawMutants(7, 50).map(name)).toEqual(drawn);
    expect(drawMutants(8, 50).map(name)).not.toEqual(drawn);
    expect(new Set(drawn).size).toBe(50);
  });
});
