import type { ScoreTable } from '../../score-store/score-table.ts';
import type { ShownScoreboard } from '../../scoring/scoreboard.ts';
import { groupsHolding } from '../../units/groups.ts';
import { unitOf } from '../../units/registry.ts';
import { isPublishedName } from '../release-name.ts';
import { buildUnitHistory, type HistorySource, pointsByUnit, unitsInHistory } from './build-unit-history.ts';
import { readHistorySources } from './read-history.ts';
import type { UnitHistory } from './unit-history.ts';

/**
 * The history of every unit of a release as it will stand when that is out: what is stored now, with this release in the
 * place of the one of its period. Every release is read once, whatever the number of units.
 */
export async function readHistories(scoreboard: ShownScoreboard, table: ScoreTable): Promise<Map<string, UnitHistory>> {
  const { index } = scoreboard;
  const ids = scoreboard.units.map(({ unit_id }) => unit_id);
  const others = (await readHistorySources({ index, groups: groupsOf(ids) }, table)).filter(isOfAnother(scoreboard));
  const kind = isPublishedName(scoreboard.release) ? 'published' : 'computed';
  const points = pointsByUnit(index, [...others, { kind, header: scoreboard, units: scoreboard.units }]);
  return new Map(ids.map((unitId) => [unitId, buildUnitHistory(index, unitId, points)]));
}

/** Of the units, and of those that they were formed from. */
function groupsOf(unitIds: string[]): string[] {
  const units = new Set(unitIds.flatMap(unitsInHistory));
  return [...new Set([...units].flatMap((unit) => groupsHolding(unitOf(unit)).map(({ group }) => group)))];
}

/** A release takes the place of the one of its period; a table published elsewhere stands beside it. */
const isOfAnother =
  ({ release, group, period }: ShownScoreboard) =>
  ({ kind, header }: HistorySource): boolean =>
    kind === 'published' || isPublishedName(release)
      ? header.release !== release
      : header.group !== group || header.period !== period;
