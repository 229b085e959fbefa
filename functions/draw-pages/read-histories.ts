import {
  buildUnitHistory,
  type HistorySource,
  pointsByUnit,
  unitsInHistory,
} from '../../shared/release/history/build-unit-history.ts';
import { readHistorySources } from '../../shared/release/history/read-history.ts';
import type { UnitHistory } from '../../shared/release/history/unit-history.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { groupsHolding } from '../../shared/units/groups.ts';
import { unitOf } from '../../shared/units/registry.ts';

/**
 * The history of every unit of a release as it will stand when that is out: what is stored now, with this release in the
 * place of the one of its period. Every release is read once, whatever the number of units.
 */
export async function readHistories(scoreboard: Scoreboard, table: ScoreTable): Promise<Map<string, UnitHistory>> {
  const { index } = scoreboard;
  const ids = scoreboard.units.map(({ unit_id }) => unit_id);
  const others = (await readHistorySources({ index, groups: groupsOf(ids) }, table)).filter(isOfAnother(scoreboard));
  const points = pointsByUnit(index, [...others, { kind: 'computed', header: scoreboard, units: scoreboard.units }]);
  return new Map(ids.map((unitId) => [unitId, buildUnitHistory(index, unitId, points)]));
}

/** Of the units, and of those that they were formed from. */
function groupsOf(unitIds: string[]): string[] {
  const units = new Set(unitIds.flatMap(unitsInHistory));
  return [...new Set([...units].flatMap((unit) => groupsHolding(unitOf(unit)).map(({ group }) => group)))];
}

const isOfAnother =
  ({ group, period }: Scoreboard) =>
  ({ kind, header }: HistorySource): boolean =>
    kind === 'published' || header.group !== group || header.period !== period;
