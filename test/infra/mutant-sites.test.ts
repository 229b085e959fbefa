import { describe, expect, it } from 'vitest';
import { drawMutants, everyMutant } from '../mutants/draw-mutants.ts';
import { isSame, knownEquivalents } from '../mutants/known-equivalents.ts';
import { sitesIn } from '../mutants/sites.ts';
import { type Kind, testsOf } from '../mutants/tests-of.ts';

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

describe('what is not drawn, since nobody is to notice', () => {
  it.each([
    ['the words of a log', "log.info('x', { n: 1 }); console.log(a + 1);"],
    ['a wait that is one longer', 'const retryMs = 1 + 2 * 3; setTimeout(f, 5); const e = { timeoutSeconds: 30 };'],
    ['a measure of something drawn', 'const s = <svg viewBox={0} width={8 * 3}><circle r={2} /></svg>;'],
    ['that what is cleared away may be gone', "rm('x', { force: true });"],
  ])('is %s', (_, text) => {
    const constants = sitesIn(text, 'tsx').filter(({ to }) => /^[\d.]+$|true|false/.test(to));
    expect(constants).toEqual([]);
  });

  it('is not what a function of such a name computes, nor what only ends like one', () => {
    expect(mutantsOf('const inSeconds = (n) => { return n * 60; };')).toContain(
      'const inSeconds = (n) => { return n * 61; };',
    );
    expect(mutantsOf('const items = 3;')).toEqual(['const items = 4;']);
  });
});

describe('the tests that a mutant meets', () => {
  const found = (file: string, kind: Kind) => testsOf(file).flatMap((test) => (test.kind === kind ? [test.file] : []));

  it('are the nearest first, of what it says in its name before', () => {
    expect(found('shared/http/content-digest.ts', 'unit')[0]).toBe('test/unit/http/content-digest.test.ts');
  });

  it('are those of the pipeline for a handler, which is loaded by its name', () => {
    expect(found('functions/save-draft/handler.ts', 'e2e')).not.toEqual([]);
  });

  it('are those of a browser for what only a browser runs', () => {
    const file = 'functions/serve-portal/client/screens/ministry/log-list.tsx';
    expect(found(file, 'office')[0]).toBe('test/office/portal/ministry.test.ts');
    expect(found(file, 'e2e')).toEqual([]);
  });
});

describe('the known equivalents', () => {
  it('can still be made: who changes the line of one judges it anew', () => {
    const all = everyMutant();
    expect(knownEquivalents.filter((known) => !all.some((mutant) => isSame(known, mutant)))).toEqual([]);
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
