import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';
import { guardMutants } from '../support/mutants/guard-mutants.ts';

const countOf = (file: string, text: string) => readFileSync(join(projectRoot, file), 'utf8').split(text).length - 1;

describe('the mutants of guards, which the long tests run', () => {
  it('can still be made: who moves a guard moves its mutant, or it would prove nothing', () => {
    expect(guardMutants.filter(({ file, from }) => countOf(file, from) !== 1).map(({ name }) => name)).toEqual([]);
    expect(new Set(guardMutants.map(({ name }) => name)).size).toBe(guardMutants.length);
  });

  it('name tests that there are', () => {
    const named = [...new Set(guardMutants.flatMap(({ tests }) => tests))];
    expect(named.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
  });
});
