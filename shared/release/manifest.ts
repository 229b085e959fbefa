import { sha256Of } from '../digest/canonical-json.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { type Files, fileOf } from './frozen-inputs.ts';
import { type Manifest, type ManifestFile, manifestPath, renderManifest } from './manifest-text.ts';

export { type Manifest, type ManifestFile, manifestFormat, manifestPath } from './manifest-text.ts';

/** The manifest of all files given. */
export const writeManifest = (scoreboard: Scoreboard, files: Files): string =>
  renderManifest(
    scoreboard,
    [...files.keys()].sort().map((path) => describe(path, fileOf(files, path))),
  );

/** Paths a manifest promises, itself included. */
export const promisedPaths = (manifest: Manifest): string[] => [
  ...manifest.inputs.map(({ path }) => path),
  ...manifest.outputs.map(({ path }) => path),
  manifestPath,
];

const describe = (path: string, bytes: Uint8Array): ManifestFile => ({
  path,
  sha256: sha256Of(bytes),
  bytes: bytes.length,
});
