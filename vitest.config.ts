import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    // End-to-end files wait for engines and processes of theirs as long as they compute: three keep two cores busy.
    maxWorkers: 3,
    // What hangs ends, and no more: on a machine at load 15 a test takes ten times as long. Limits of what is measured are in tests.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Another order each time, told as the seed: what needs the one of the names fails here and not at somebody else's.
    sequence: { shuffle: { files: true, tests: true } },
    globalSetup: 'test/support/own-temporary-folder.ts',
    projects: [
      // Nothing in them outlives a test, so that workers load the libraries once and not once a file.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      // One process per file: handlers read their environment when they are imported, as Lambdas do.
      { extends: true, test: { name: 'engines', include: ['test/{sql,infra}/**/*.test.ts'] } },
      // A file tells the story of a period: its tests come in the order of the story, whatever is asked for.
      {
        extends: true,
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], sequence: { shuffle: { tests: false } } },
      },
    ],
  },
  // dt-sql-parser's ESM entry imports directories, which plain Node refuses.
  ssr: { noExternal: ['dt-sql-parser'] },
});
