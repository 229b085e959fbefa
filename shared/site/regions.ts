import { foldText } from '../format/fold-text.ts';
import type { ShownScoreboard, ShownUnit } from '../scoring/scoreboard.ts';
import { findUnit } from '../units/registry.ts';

/** Units of a release that lie in one part of the country. */
export interface Region {
  /** In its address: `bac-trung-bo`. */
  slug: string;
  name_vi: string;
  units: ShownUnit[];
}

/**
 * What a table of provinces can be narrowed to, from north to south as the codes of provinces run; nothing where all units
 * lie in one region, as communes of a province do, or in none, as ministries.
 */
export function regionsOf({ units }: Pick<ShownScoreboard, 'units'>): Region[] {
  const placed = units.flatMap((unit) => {
    const region = findUnit(unit.unit_id)?.region;
    return region ? [{ unit, region }] : [];
  });
  const inOrder = placed.toSorted((a, b) => (a.unit.unit_id < b.unit.unit_id ? -1 : 1));
  const names = [...new Set(inOrder.map(({ region }) => region))];
  if (names.length < 2) return [];
  return names.map((name_vi) => ({
    slug: foldText(name_vi).replaceAll(' ', '-'),
    name_vi,
    units: placed.filter(({ region }) => region === name_vi).map(({ unit }) => unit),
  }));
}
