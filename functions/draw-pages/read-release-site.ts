import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { Changes } from '../../shared/release/changes/changes.ts';
import { changesPath } from '../../shared/release/changes/changes-json.ts';
import type { Corrections } from '../../shared/release/corrections/corrections.ts';
import { correctionsPath } from '../../shared/release/corrections/corrections-json.ts';
import { type Files, fileOf, inputFilesOf, readFrozenInputs, textOf } from '../../shared/release/frozen-inputs.ts';
import { readHistories } from '../../shared/release/history/read-histories.ts';
import { type Manifest, type ManifestFile, manifestPath } from '../../shared/release/manifest.ts';
import { readKeptProvenance } from '../../shared/release/provenance/kept-provenance.ts';
import type { ProvenanceFile } from '../../shared/release/provenance/provenance-file.ts';
import { traceRelease } from '../../shared/release/provenance/traced-release.ts';
import { readPreparedRelease, readScores } from '../../shared/release/run-files.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import type { SiteAssets } from '../../shared/site/site-assets.ts';

export interface SiteSources {
  lake: Bucket;
  table: ScoreTable;
}

/** What the pages of a run are drawn from: the files that it laid ready, the scores over them, and what was before. */
export async function readReleaseSite(
  runId: string,
  assets: SiteAssets,
  { lake, table }: SiteSources,
): Promise<ReleaseSite> {
  // Not the workbooks: no page shows what stands in one, and there is one for each unit.
  const files = await readPreparedRelease(lake, runId, (path) => !path.endsWith('.xlsx'));
  const inputs = await readFrozenInputs(inputFilesOf(files));
  const scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
  const scores = await readScores(lake, runId);
  const provenance = await readProvenance(lake, runId);
  return {
    scoreboard,
    changes: jsonOf<Changes>(files, changesPath),
    corrections: jsonOf<Corrections>(files, correctionsPath),
    scored: { inputs, scores },
    traced: traceRelease({ scoreboard, inputs, scores, provenance }),
    histories: await readHistories(scoreboard, table),
    files: listFiles(files),
    assets,
  };
}

const readProvenance = async (lake: Bucket, runId: string): Promise<ProvenanceFile> =>
  JSON.parse(new TextDecoder().decode(await readKeptProvenance(lake, runId)));

/** Null for a file that this release does not have. */
const jsonOf = <T>(files: Files, path: string): T | null =>
  files.has(path) ? (JSON.parse(textOf(files, path)) as T) : null;

function listFiles(files: Files): ManifestFile[] {
  const bytes = fileOf(files, manifestPath);
  const { inputs, outputs } = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  return [...outputs, ...inputs, { path: manifestPath, sha256: sha256Of(bytes), bytes: bytes.length }];
}
