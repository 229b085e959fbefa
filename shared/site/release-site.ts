import type { Changes } from '../release/changes/changes.ts';
import type { Corrections } from '../release/corrections/corrections.ts';
import type { FrozenInputs } from '../release/frozen-inputs.ts';
import type { UnitHistory } from '../release/history/unit-history.ts';
import type { ManifestFile } from '../release/manifest.ts';
import type { TracedRelease } from '../release/provenance/traced-release.ts';
import type { ShownScoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import type { SiteAssets } from './site-assets.ts';

/** Everything that the pages of one release are drawn from. */
export interface ReleaseSite {
  scoreboard: ShownScoreboard;
  /** Against the last comparable release; null: there is none. */
  changes: Changes | null;
  /** Against the release whose place this one took; null: it is the first of its period. */
  corrections: Corrections | null;
  /** What it was computed from; null: a table published elsewhere. */
  scored: { inputs: FrozenInputs; scores: Scores } | null;
  /** What its figures are traced by; null where `scored` is. */
  traced: TracedRelease | null;
  /** By unit_id, as they stood when the pages were drawn, with this release; of a unit that is not in it, nothing is told. */
  histories: ReadonlyMap<string, UnitHistory>;
  /** To download: what the manifest promises, and the manifest itself. */
  files: ManifestFile[];
  assets: SiteAssets;
}
