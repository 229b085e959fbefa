import type { Scoreboard } from '../scoring/scoreboard.ts';

/**
 * What the promised bytes of a release are made like. Raised when code of today would make other bytes of the same inputs.
 *
 * - 1: manifests without the field.
 * - 2: inputs hold neither sign-in names nor times of decisions, and a correction with what it corrects; scoreboards say
 *   how much was answered; `corrections.json`.
 * - 3: files of open data: `scoreboard-vi.csv`, `scores.*`, a description beside each CSV, `datapackage.json`;
 *   `tinh-lai.xlsx`; `ranking.xlsx` with cover, summary, a sheet an index, charts and the origin of each figure;
 *   `units/<unit_id>.xlsx`, `comparison.xlsx`, `inputs/history.json`.
 */
export const manifestFormat = 3;

/** Lists every promised byte of a release. Holds no clock time: that stands in `release.json`, outside the promise. */
export interface Manifest {
  /** How its bytes are made; absent: 1. */
  format?: number;
  release: string;
  index: string;
  group: string;
  period: string;
  closing_date: string;
  derived_from: string | null;
  framework: { framework_id: string; version: string; sha256: string };
  inputs_sha256: string;
  inputs: ManifestFile[];
  outputs: ManifestFile[];
  /** The workbooks the figures came from, kept in the raw bucket under these hashes. */
  submissions: { unit_id: string; sha256: string }[];
}

export interface ManifestFile {
  path: string;
  sha256: string;
  bytes: number;
}

export const manifestPath = 'manifest.json';

/**
 * The manifest of files that are hashed already, in order of path; inputs and outputs told apart by their folder. Its own
 * text ends with a newline. Nothing here hashes, so that a browser can make it too.
 */
export function renderManifest(scoreboard: Scoreboard, listed: ManifestFile[]): string {
  const manifest: Manifest = {
    format: manifestFormat,
    release: scoreboard.release,
    index: scoreboard.index,
    group: scoreboard.group,
    period: scoreboard.period,
    closing_date: scoreboard.closing_date,
    derived_from: scoreboard.derived_from,
    framework: {
      framework_id: scoreboard.framework.framework_id,
      version: scoreboard.framework.version,
      sha256: scoreboard.framework.sha256,
    },
    inputs_sha256: scoreboard.inputs_sha256,
    inputs: listed.filter(({ path }) => path.startsWith('inputs/')),
    outputs: listed.filter(({ path }) => !path.startsWith('inputs/')),
    submissions: scoreboard.units
      .flatMap(({ unit_id, submission_sha256, kept_from = [] }) =>
        submission_sha256 ? [submission_sha256, ...kept_from].map((sha256) => ({ unit_id, sha256 })) : [],
      )
      .sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1)),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Paths a manifest promises, itself included. */
export const promisedPaths = (manifest: Manifest): string[] => [
  ...manifest.inputs.map(({ path }) => path),
  ...manifest.outputs.map(({ path }) => path),
  manifestPath,
];
