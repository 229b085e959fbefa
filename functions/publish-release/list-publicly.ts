import { Fault } from '../../shared/observability/fault.ts';
import { listRelease } from '../../shared/score-store/listed-releases.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readScoreHeader } from '../../shared/score-store/scores.ts';

/** Puts the release into the list that the public API answers from; the same again at every try. */
export async function listPublicly(release: Release, { table }: { table: ScoreTable }): Promise<void> {
  const header = await readScoreHeader(table, release.run_id);
  if (!header) throw new Fault('SCORES_GONE', `no scores are stored for ${release.release}`);
  await listRelease(table, release, header);
}
