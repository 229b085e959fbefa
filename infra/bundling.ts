import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

export const entryOf = (functionName: string) => `${projectRoot}functions/${functionName}/handler.ts`;

const exceljsStub = `${projectRoot}infra/exceljs-stub.cjs`;

/**
 * Parts of exceljs that we never call: streaming zip, CSV and temporary files. Stubbed, they stay out of the deployed
 * artefact with their old dependencies, and a cold start loads 130 KB less.
 */
export const exceljsAliases: Record<string, string> = {
  archiver: exceljsStub,
  unzipper: exceljsStub,
  'fast-csv': exceljsStub,
  tmp: exceljsStub,
};

/** How a function is bundled, whoever asks: the stacks, the tests or the size measurement. */
export const bundle = {
  target: 'node24',
  minify: true,
  /** Without it esbuild takes the CommonJS build of the SDK, which it cannot shake. */
  mainFields: ['module', 'main'],
  /** CommonJS packages inside the ESM bundle call `require`; the long name keeps clear of an import of their own. */
  banner:
    "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);",
  alias: exceljsAliases,
};
