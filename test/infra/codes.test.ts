import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';

/** `new Fault('CODE', …)`, `new Problem(409, 'code', …)` and whatever else is made with a code of its own. */
const thrown =
  /\b(?:Fault|RetryableFault|FaultClass|Problem|RetryableFault : Fault\))\(\s*(?:\d{3},\s*)?'([A-Za-z0-9_-]+)'/g;
/** Codes that reach their fault by a function of their file. */
const handed = /\brefuse\('([A-Z0-9_]+)'/g;

const textsIn = (...patterns: string[]): string[] =>
  patterns
    .flatMap((pattern) => globSync(pattern, { cwd: projectRoot }))
    .filter((file) => file !== 'test/infra/codes.test.ts')
    .sort()
    .map((file) => readFileSync(join(projectRoot, file), 'utf8'));

const codesIn = (text: string): string[] =>
  [thrown, handed].flatMap((shape) => [...text.matchAll(shape)].map(([, code]) => code!));

describe('codes of faults and problems', () => {
  const codes = [...new Set(textsIn('{shared,functions}/**/*.{ts,tsx}').flatMap(codesIn))].sort();

  it('are found in the code', () => {
    expect(codes.length).toBeGreaterThan(100);
    expect(codes).toEqual(
      expect.arrayContaining(['SCORES_DISAGREE', 'STEP_FAILED', 'QUERY_FAILED', 'busy', 'period-open']),
    );
  });

  it('are each provoked by a test, which names it', () => {
    const tests = textsIn('test/**/*.test.ts', 'test/support/*.ts').join('\n');
    const isNamed = (code: string) => new RegExp(`(?<![A-Za-z0-9_-])${code}(?![A-Za-z0-9_-])`).test(tests);
    expect(codes.filter((code) => !isNamed(code))).toEqual([]);
  });

  it('look alike: a fault shouts, a problem does not', () => {
    expect(codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it.each([
    ["throw new Problem(\n    409,\n    'period-open',", 'period-open'],
    ["throw new Fault('RAW_KEY_UNKNOWN', `x`)", 'RAW_KEY_UNKNOWN'],
    ["new (transient ? RetryableFault : Fault)('STEP_FAILED', m)", 'STEP_FAILED'],
  ])('are looked for as in %j', (text, code) => {
    expect(codesIn(text)).toEqual([code]);
  });
});
