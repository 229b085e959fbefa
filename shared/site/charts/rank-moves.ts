import type { Changes } from '../../release/changes/changes.ts';
import type { Corrections } from '../../release/corrections/corrections.ts';
import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import type { RankMoves } from './chart-data.ts';

/** Names of the two releases, over the ends of the lines. */
export type MoveLabels = Pick<RankMoves, 'beforeLabel' | 'afterLabel'>;

/** Ranks of the total in a release and in the one that it may be compared with: `changes.json` holds no other. */
export const movesOfChanges = ({ units }: Pick<Changes, 'units'>, labels: MoveLabels): RankMoves => ({
  ...labels,
  units: units.map(({ rank_before, rank_after, ...unit }) => ({
    ...{ unit_id: unit.unit_id, name: unitLabel(unit), before: rank_before, after: rank_after },
  })),
});

/** The same in a release and in the one whose place it took, of which the corrections tell what differs alone. */
export function movesOfCorrections(
  { units }: Pick<ShownScoreboard, 'units'>,
  corrections: Pick<Corrections, 'units'>,
  measure: string,
  labels: MoveLabels,
): RankMoves {
  const corrected = new Map(corrections.units.map(({ unit_id, scores }) => [unit_id, scores[measure]]));
  const moves = units.map(({ scores, ...unit }) => {
    const after = scores[measure]?.rank ?? null;
    const score = corrected.get(unit.unit_id);
    return { unit_id: unit.unit_id, name: unitLabel(unit), before: score ? score.rank_before : after, after };
  });
  return { ...labels, units: moves };
}
