import { mainIndices } from '../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import type { MeasureValues, Pair, UnitIndices, UnitValue } from './chart-data.ts';
import type { ChartLang } from './chart-words.ts';

/** How a unit is called on this page; by its label unless told otherwise. */
export type NameOf = (unit: ShownUnit) => string;

interface Told {
  lang: ChartLang;
  nameOf?: NameOf;
}

/** All units in one measure, in the order of the scoreboard. */
export function measureValues(scoreboard: ShownScoreboard, measure: string, told: Told): MeasureValues {
  const found = scoreboard.measures.find((one) => one.measure === measure);
  if (!found) throw new RangeError(`${scoreboard.release} has no measure "${measure}"`);
  return valuesOf(scoreboard, found, told);
}

function valuesOf(
  scoreboard: ShownScoreboard,
  measure: ScoreboardMeasure,
  { lang, nameOf = unitLabel }: Told,
): MeasureValues {
  const units = scoreboard.units.map((unit): UnitValue => {
    const score = unit.scores[measure.measure];
    return { unit_id: unit.unit_id, name: nameOf(unit), value: score?.value ?? null, rank: score?.rank ?? null };
  });
  const name = lang === 'vi' ? measure.name_vi : measure.name_en;
  return { measure: measure.measure, name, mean: measure.average, units };
}

/** A unit among all in each main index. */
export function unitIndices(scoreboard: ShownScoreboard, unitId: string, told: Told): UnitIndices {
  const { nameOf = unitLabel } = told;
  const indices = mainIndices(scoreboard).map((measure) => valuesOf(scoreboard, measure, told));
  return { unit_id: unitId, name: nameOf(requireUnit(scoreboard, unitId)), indices };
}

/** Two units of one release side by side. */
export function pairOf(scoreboard: ShownScoreboard, a: string, b: string, told: Told): Pair {
  const { lang, nameOf = unitLabel } = told;
  const [unitA, unitB] = [requireUnit(scoreboard, a), requireUnit(scoreboard, b)];
  const values = mainIndices(scoreboard).map(({ measure, name_vi, name_en }) => ({
    measure,
    name: lang === 'vi' ? name_vi : name_en,
    a: unitA.scores[measure]?.value ?? null,
    b: unitB.scores[measure]?.value ?? null,
  }));
  return { nameA: nameOf(unitA), nameB: nameOf(unitB), values };
}

function requireUnit(scoreboard: ShownScoreboard, unitId: string): ShownUnit {
  const unit = scoreboard.units.find(({ unit_id }) => unit_id === unitId);
  if (!unit) throw new RangeError(`${scoreboard.release} has no unit "${unitId}"`);
  return unit;
}
