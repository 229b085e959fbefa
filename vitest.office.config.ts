import { defineConfig } from 'vitest/config';

/** Tests that need more than npm, LibreOffice and Chromium. `.ci/run` installs them and runs these. */
export default defineConfig({
  test: {
    include: ['test/office/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
