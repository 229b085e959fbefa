import { defineConfig } from 'vitest/config';

/** Tests that need more than npm, such as LibreOffice. `.ci/run` installs it and runs these. */
export default defineConfig({
  test: { include: ['test/office/**/*.test.ts'], pool: 'forks', maxWorkers: 1, testTimeout: 120_000 },
});
