import type { Framework, Measure } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';
import { fixed, meanHalfUp, readDecimal } from '../../scoring/reference/exact.ts';
import { rankValues } from '../../scoring/reference/rank-values.ts';
import type { ScoreboardFramework, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import type { PublishedPopulation } from './build-published.ts';
import type { PublishedScoreboard, PublishedUnit } from './published-scoreboard.ts';
import type { PublishedSource } from './published-source.ts';
import { publishedNoticeVi } from './published-words.ts';
import type { PublishedRow, PublishedTable } from './read-published-table.ts';

interface Published {
  source: PublishedSource;
  population: PublishedPopulation;
  framework: Framework;
  table: PublishedTable;
  inputsSha256: string;
}

/** A member of the group with its row; null: the table leaves it out. */
interface Listed {
  unit: PublishedPopulation['units'][number];
  row: PublishedRow | null;
}

/** By measure, then unit_id. */
type Ranks = Map<string, Map<string, number>>;

/** Fault `PUBLISHED_RANK_WRONG`: the table says a rank that does not follow from its values. */
export function buildPublishedScoreboard(published: Published): PublishedScoreboard {
  const { population, framework, table, inputsSha256 } = published;
  const { release, ...source } = published.source;
  const listed = listUnits(population, table);
  const ranks: Ranks = new Map(table.measures.map(({ measure }) => [measure, rankMeasure(measure, listed)]));
  const units = listed.map((one) => describeUnit(one, table, ranks)).sort(byRankThenId);
  requireRanks(listed, units);
  const { group, name_vi, name_en } = population.group;
  return {
    release,
    kind: 'published',
    index: framework.index,
    ...{ group, group_name_vi: name_vi, group_name_en: name_en },
    period: population.period,
    closing_date: population.closing_date,
    framework: describeFramework(framework, source.note_vi),
    notice_vi: publishedNoticeVi,
    source,
    inputs_sha256: inputsSha256,
    unit_count: units.length,
    ranked_count: units.filter(({ state }) => state === 'ranked').length,
    measures: table.measures.map((measure) => describeMeasure(measure, listed, framework.decimals)),
    units,
  };
}

function listUnits({ units }: PublishedPopulation, { rows }: PublishedTable): Listed[] {
  const named = new Map(rows.map((row) => [row.name, row]));
  return units.map((unit) => ({ unit, row: (unit.published_name && named.get(unit.published_name)) || null }));
}

const valuesOf = (measure: string, listed: Listed[]) =>
  listed.flatMap(({ unit, row }) => {
    const value = row?.values.get(measure);
    return value === undefined ? [] : [[unit.unit_id, readDecimal(value)] as const];
  });

const rankMeasure = (measure: string, listed: Listed[]) => rankValues(new Map(valuesOf(measure, listed)));

function describeUnit({ unit, row }: Listed, { measures }: PublishedTable, ranks: Ranks): PublishedUnit {
  const { unit_id } = unit;
  const scores = measures.flatMap(({ measure }) => {
    const value = row?.values.get(measure);
    return value === undefined ? [] : [[measure, { value, rank: ranks.get(measure)!.get(unit_id)! }] as const];
  });
  const total = measures.find(({ kind }) => kind === 'total')?.measure ?? '';
  const rank = ranks.get(total)?.get(unit_id) ?? null;
  return {
    ...{ unit_id, unit_name_vi: unit.name_vi },
    state: rank !== null ? 'ranked' : scores.length > 0 ? 'unranked' : 'not_submitted',
    rank,
    scores: Object.fromEntries(scores),
    formed_from_vi: [],
  };
}

/** What the table itself says of ranks is a witness of the values beside it. */
function requireRanks(listed: Listed[], units: PublishedUnit[]): void {
  const ranks = new Map(units.map(({ unit_id, rank }) => [unit_id, rank]));
  for (const { unit, row } of listed) {
    const rank = ranks.get(unit.unit_id);
    if (row === null || row.rank === null || row.rank === rank) continue;
    throw new Fault('PUBLISHED_RANK_WRONG', `${row.name} is ${row.rank} in the table, and ${rank} by its values`);
  }
}

/** Its note is about how it computes, which nothing here was: what the table has not is told instead. */
function describeFramework(framework: Framework, note_vi: string): ScoreboardFramework {
  const { framework_id, version, sha256, title_vi, legal_reference, illustrative } = framework;
  return { framework_id, version, sha256, title_vi, legal_number: legal_reference.number, illustrative, note_vi };
}

function describeMeasure({ measure, kind, name_vi, name_en }: Measure, listed: Listed[], decimals: number) {
  const values = valuesOf(measure, listed).map(([, value]) => value);
  const described: ScoreboardMeasure = {
    ...{ measure, kind, name_vi, name_en },
    average: fixed(meanHalfUp(values, decimals), decimals),
    average_units: values.length,
    max_points: null,
    ranked: true,
  };
  return described;
}

/** Ids are ASCII, so comparing strings compares bytes. */
function byRankThenId(a: PublishedUnit, b: PublishedUnit): number {
  const byRank = (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY);
  if (a.rank !== b.rank) return byRank;
  return a.unit_id < b.unit_id ? -1 : 1;
}
