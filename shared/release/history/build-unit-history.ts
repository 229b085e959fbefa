import { Fault } from '../../observability/fault.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { predecessorsOf, unitOf } from '../../units/registry.ts';
import type { Unit } from '../../units/unit.ts';
import { breaksBetween, inOrder } from './connect-points.ts';
import { tellFormation, tellSuccession } from './history-words.ts';
import type { Formation, HistoryPoint, HistorySeries, Succession, UnitHistory } from './unit-history.ts';

/** Of a release, what its units share in their histories. */
export type HistoryHeader = Pick<
  Scoreboard,
  | 'release'
  | 'index'
  | 'group'
  | 'group_name_vi'
  | 'group_name_en'
  | 'period'
  | 'closing_date'
  | 'ranked_count'
  | 'measures'
> & {
  derived_from?: Scoreboard['derived_from'];
  framework: Pick<Scoreboard['framework'], 'framework_id' | 'version' | 'legal_number' | 'illustrative'>;
};

/** Of a unit in a release, what its history takes. */
export type HistoryUnit = Pick<ScoreboardUnit, 'unit_id' | 'state' | 'rank'> & {
  scores: Record<string, { value: string }>;
};

/** A release as it enters histories: the current one of its period, or a table published elsewhere. */
export interface HistorySource {
  kind: HistoryPoint['kind'];
  header: HistoryHeader;
  /** All of the release, or those that are asked about. */
  units: readonly HistoryUnit[];
}

/** Points by unit_id, in no order. */
export type PointsByUnit = ReadonlyMap<string, HistoryPoint[]>;

/** The points of every unit of the sources, so that many histories cost one pass over them. */
export function pointsByUnit(index: string, sources: readonly HistorySource[]): PointsByUnit {
  const points = sources
    .filter(({ header }) => header.index === index)
    .flatMap((source) => source.units.map((unit) => pointOf(requireOwn(source), unit)));
  return Map.groupBy(points, ({ unit_id }) => unit_id);
}

/** What was carried over to successors is a back-cast, and no release of anything that was. */
function requireOwn(source: HistorySource): HistorySource {
  const { release, derived_from = null } = source.header;
  if (derived_from === null) return source;
  throw new Fault('RELEASE_UNSUITABLE', `${release} is derived from ${derived_from}; it has no place in a history`);
}

function pointOf({ kind, header }: HistorySource, unit: HistoryUnit): HistoryPoint {
  const { release, group, group_name_vi, group_name_en, period, closing_date, framework, measures } = header;
  const { framework_id, version, legal_number, illustrative } = framework;
  const total = measures.find((measure) => measure.kind === 'total')?.measure;
  const values = measures.flatMap(({ measure }) => {
    const score = unit.scores[measure];
    return score ? [[measure, score.value] as const] : [];
  });
  return {
    ...{ release, group, group_name_vi, group_name_en, period, closing_date, kind },
    framework: { framework_id, version, legal_number },
    illustrative,
    ...{ unit_id: unit.unit_id, state: unit.state },
    value: (total && unit.scores[total]?.value) ?? null,
    rank: unit.rank,
    n: header.ranked_count,
    values: Object.fromEntries(values),
  };
}

/** Units of whose points a history is made: the unit, and each it was formed from. Throws the fault `UNIT_UNKNOWN`. */
export function unitsInHistory(unitId: string): string[] {
  const unit = unitOf(unitId);
  return [unit.unit_id, ...unit.formed_from];
}

/** From the points alone; a unit of which nothing was released has a history without points. Throws `UNIT_UNKNOWN`. */
export function buildUnitHistory(index: string, unitId: string, points: PointsByUnit): UnitHistory {
  const unit = unitOf(unitId);
  const before = predecessorsOf(unit).sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1));
  const kind = before.length > 1 ? 'merged' : 'continued';
  return {
    index,
    ...namesOf(unit),
    valid_from: unit.valid_from,
    valid_to: unit.valid_to,
    series: seriesOf(unit, 'self', points),
    formation: before.length === 0 ? null : formationOf(unit, before, kind),
    predecessors: before.map((one) => seriesOf(one, kind, points)),
    succession: successionOf(unit),
  };
}

function seriesOf(unit: Unit, relation: HistorySeries['relation'], points: PointsByUnit): HistorySeries {
  const own = inOrder(points.get(unit.unit_id) ?? []);
  return { ...namesOf(unit), relation, points: own, breaks: breaksBetween(own) };
}

const formationOf = (unit: Unit, before: Unit[], kind: Formation['kind']): Formation => ({
  kind,
  on: unit.valid_from,
  ...tellFormation(unit, before, kind),
});

/** A unit may go into one that was there before it: then the day after its own last is the day. */
function successionOf(unit: Unit): Succession | null {
  if (unit.valid_to === null || unit.succeeded_by.length === 0) return null;
  const on = dayAfter(unit.valid_to);
  const successors = unit.succeeded_by.map(unitOf);
  const together = successors.flatMap(predecessorsOf);
  return { on, successors: successors.map(namesOf), ...tellSuccession(unit, together, successors, on) };
}

const dayMs = 24 * 60 * 60 * 1000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

const namesOf = ({ unit_id, name_vi, name_en }: Unit) => ({ unit_id, unit_name_vi: name_vi, unit_name_en: name_en });
