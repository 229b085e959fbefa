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

/** CommonJS packages inside the ESM bundle call `require`; the long name keeps clear of an import of their own. */
export const esmBanner =
  "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);";

/** Without it esbuild takes the CommonJS build of the SDK, which it cannot shake. */
export const mainFields = ['module', 'main'];
