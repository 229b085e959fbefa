import type { Scoreboard, ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../scoring/scoreboard.ts';

type Measured = Pick<Scoreboard, 'measures'>;

/** Null when the framework publishes main indices only. */
export function totalMeasure(scoreboard: Measured): ScoreboardMeasure | null {
  return scoreboard.measures.find(({ kind }) => kind === 'total') ?? null;
}

export function measuresExceptTotal(scoreboard: Measured): ScoreboardMeasure[] {
  return scoreboard.measures.filter(({ kind }) => kind !== 'total');
}

export function mainIndices(scoreboard: Measured): ScoreboardMeasure[] {
  return scoreboard.measures.filter(({ kind }) => kind === 'main_index');
}

export function pillars(scoreboard: Measured): ScoreboardMeasure[] {
  return scoreboard.measures.filter(({ kind }) => kind === 'pillar');
}

interface Listed<Unit> {
  units: Unit[];
}

export function scoredUnits<Unit extends Pick<ShownUnit, 'state'>>(scoreboard: Listed<Unit>): Unit[] {
  return scoreboard.units.filter(({ state }) => state !== 'not_submitted');
}

export function missingUnits<Unit extends Pick<ShownUnit, 'state'>>(scoreboard: Listed<Unit>): Unit[] {
  return scoreboard.units.filter(({ state }) => state === 'not_submitted');
}

/** Units that share a rank of a measure, itself included. */
export function countSharing(scoreboard: Pick<ShownScoreboard, 'units'>, measure: string, rank: number): number {
  return scoreboard.units.filter(({ scores }) => scores[measure]?.rank === rank).length;
}
