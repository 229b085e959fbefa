import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/office/**'], // they need more than npm: vitest.office.config.ts
    // One process per file: handlers read their environment when they are imported, as Lambdas do.
    pool: 'forks',
    // End-to-end files wait for engines and processes of theirs as long as they compute: three keep two cores busy.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
  // dt-sql-parser's ESM entry imports directories, which plain Node refuses.
  ssr: { noExternal: ['dt-sql-parser'] },
});
