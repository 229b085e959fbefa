import { sha256Of } from '../digest/canonical-json.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { type Files, fileOf } from './input-files.ts';
import { type ManifestFile, renderManifest } from './manifest.ts';

/** The manifest of all files given. */
export const writeManifest = (scoreboard: Scoreboard, files: Files): string =>
  renderManifest(
    scoreboard,
    [...files.keys()].sort().map((path) => describe(path, fileOf(files, path))),
  );

const describe = (path: string, bytes: Uint8Array): ManifestFile => ({
  path,
  sha256: sha256Of(bytes),
  bytes: bytes.length,
});
