import { sha256Of } from '../../digest/canonical-json.ts';
import { type Files, fileOf } from '../frozen-inputs.ts';
import type { Manifest } from '../manifest.ts';
import type { PublishedScoreboard } from './published-scoreboard.ts';

/** What the promised bytes of a published table are made like: counted apart from those of computed releases. */
export const publishedFormat = 1;

/** A manifest of its own kind; it has no submissions, and what it names was derived from nothing here. */
export interface PublishedManifest extends Manifest {
  kind: 'published';
  derived_from: null;
  submissions: [];
}

export function writePublishedManifest(scoreboard: PublishedScoreboard, files: Files): string {
  const { release, kind, index, group, period, closing_date, framework, inputs_sha256 } = scoreboard;
  const { framework_id, version, sha256 } = framework;
  const listed = [...files.keys()].sort().map((path) => describe(path, fileOf(files, path)));
  const manifest: PublishedManifest = {
    format: publishedFormat,
    ...{ release, kind, index, group, period, closing_date },
    derived_from: null,
    framework: { framework_id, version, sha256 },
    inputs_sha256,
    inputs: listed.filter(({ path }) => path.startsWith('inputs/')),
    outputs: listed.filter(({ path }) => !path.startsWith('inputs/')),
    submissions: [],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const describe = (path: string, bytes: Uint8Array) => ({ path, sha256: sha256Of(bytes), bytes: bytes.length });
