import { sha256Of } from '../../shared/digest/canonical-json.ts';
import {
  type Files,
  fileOf,
  inputFilesOf,
  readFrozenInputs,
  scoringInputs,
  textOf,
} from '../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath } from '../../shared/release/manifest.ts';
import { traceRelease } from '../../shared/release/provenance/traced-release.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { fixedProvenance } from './fixed-provenance.ts';
import { siteOf } from './site-builder.ts';

/** What all pages of a release are drawn from, with receipts that are the same for ever. */
export async function siteFrom(files: Files): Promise<ReleaseSite> {
  const scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
  const inputs = await readFrozenInputs(inputFilesOf(files));
  const scores = scoreReference(scoringInputs(inputs));
  const provenance = fixedProvenance(scoreboard.release, inputs);
  const read = (path: string) => (files.has(path) ? JSON.parse(textOf(files, path)) : null);
  const bytes = fileOf(files, manifestPath);
  const { inputs: listed, outputs } = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  return siteOf(scoreboard, {
    changes: read('changes.json'),
    corrections: read('corrections.json'),
    scored: { inputs, scores },
    traced: traceRelease({ scoreboard, inputs, scores, provenance }),
    files: [...outputs, ...listed, { path: manifestPath, sha256: sha256Of(bytes), bytes: bytes.length }],
  });
}
