import { defineConfig } from 'vitest/config';

/** Proofs that take minutes: ten thousand random rounds through both scorers, a process killed at every step, releases recomputed again and again. `.ci/run` runs them. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 300_000,
    globalSetup: 'test/support/own-temporary-folder.ts',
  },
});
