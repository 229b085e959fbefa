import { foldText } from '../../shared/format/fold-text.ts';
import { Problem } from '../../shared/http/problem.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import { foundAmong } from '../../shared/site/find-words.ts';
import { loadRegistry } from '../../shared/units/load-registry.ts';
import { findUnit, membersOf, predecessorsOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';
import { describeUnit } from './describe-unit.ts';
import { pageOf } from './page-of.ts';
import type { Query } from './public-query.ts';
import { requireGroup } from './published.ts';

/** By unit_id bytewise. A group is taken in the period, or today; a period alone keeps units of its last day. */
export function listUnits(query: Query, now: Date): Answer<'UnitList'> {
  const all = among(query, now);
  const found = query.q === undefined ? all : foundAmong(all, namesOf, foldText(query.q));
  const { items, next_cursor } = pageOf(found, query, ({ unit_id }) => unit_id);
  return { units: items.map(describeUnit), next_cursor };
}

export function readUnit(unitId: string): Answer<'Unit'> {
  return describeUnit(requireUnit(unitId));
}

export function requireUnit(unitId: string): Unit {
  const unit = findUnit(unitId);
  if (unit) return unit;
  throw new Problem(404, 'unit-unknown', `Không có đơn vị "${unitId}".`, `There is no unit "${unitId}".`);
}

function among({ group, period }: Query, now: Date): readonly Unit[] {
  if (group !== undefined) {
    requireGroup(group);
    return membersOf(group, period ?? String(now.getUTCFullYear()));
  }
  if (period === undefined) return everyUnit();
  const day = lastDayOf(parsePeriod(period));
  return everyUnit().filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || day <= valid_to));
}

let sorted: readonly Unit[] | undefined;
const everyUnit = (): readonly Unit[] => {
  sorted ??= loadRegistry().units.toSorted((a, b) => (a.unit_id < b.unit_id ? -1 : 1));
  return sorted;
};

const folded = new Map<string, string>();

/** All that it is or was called, folded, and what the units it was formed from were: who looks for one finds where it is now. */
function namesOf(unit: Unit): string {
  const known = folded.get(unit.unit_id);
  if (known) return known;
  const former = unit.history?.flatMap((state) => [state.name_vi, state.full_name_vi]) ?? [];
  const own = [unit.unit_id, unit.name_vi, unit.full_name_vi, unit.name_en, ...unit.aliases, ...former];
  const names = [...own, ...predecessorsOf(unit).flatMap(({ name_vi, aliases }) => [name_vi, ...aliases])]
    .map(foldText)
    .join('| ');
  folded.set(unit.unit_id, names);
  return names;
}
