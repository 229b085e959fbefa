import { comparePeriodEnds, parsePeriod } from '../../periods/period.ts';
import type { HistorySeries, HistoryPoint as ReleasedPoint, UnitHistory } from '../../release/history/unit-history.ts';
import { withoutDates } from '../../release/release-name.ts';
import type { History, HistoryPoint } from './chart-data.ts';
import { type ChartLang, chartWords } from './chart-words.ts';

interface Placed {
  section: string;
  released: ReleasedPoint;
  point: HistoryPoint;
}

/**
 * The series of a unit and of those it was formed from, in stretches that may be compared. `measure`: the total unless
 * told otherwise.
 */
export function historyOf(history: UnitHistory, lang: ChartLang, measure: string | null = null): History {
  const before = history.predecessors.flatMap((series) => placePoints(series, lang, measure));
  const own = placePoints(history.series, lang, measure);
  const placed = [...before.toSorted(byPeriod), ...own];
  const firsts = [...Map.groupBy(placed, ({ section }) => section).values()].map(([first]) => first!);
  const names = firsts.map(({ released }) => groupName(released, lang));
  const sections = firsts.map(({ section, released }, index) => {
    const isAlone = names.filter((name) => name === names[index]).length === 1;
    return { section, label: isAlone ? names[index]! : `${names[index]} (${detailOf(released, lang)})` };
  });
  return { name: nameOf(history, lang), sections, points: placed.map(({ point }) => point) };
}

/** A stretch ends where group, framework or reality of the figures changes; one that comes back is another one. */
function placePoints(series: HistorySeries, lang: ChartLang, measure: string | null): Placed[] {
  const runs = new Map<string, number>();
  let stretch = '';
  return series.points.map((released) => {
    const { group, framework, illustrative, period } = released;
    const here = `${group} ${framework.framework_id} ${illustrative}`;
    if (here !== stretch) runs.set(here, (runs.get(here) ?? 0) + 1);
    stretch = here;
    const value = measure === null ? released.value : (released.values[measure] ?? null);
    const section = `${here} ${runs.get(here)}`;
    const kind = series.relation === 'merged' ? 'predecessor' : 'own';
    return { section, released, point: { period, value, series: nameOf(series, lang), kind, section } };
  });
}

const byPeriod = (one: Placed, other: Placed) =>
  comparePeriodEnds(parsePeriod(one.point.period), parsePeriod(other.point.period));

const nameOf = ({ unit_name_vi, unit_name_en }: { unit_name_vi: string; unit_name_en: string }, lang: ChartLang) =>
  lang === 'vi' ? unit_name_vi : unit_name_en;

const groupName = ({ group_name_vi, group_name_en }: ReleasedPoint, lang: ChartLang) =>
  withoutDates(lang === 'vi' ? group_name_vi : group_name_en);

const detailOf = ({ framework, illustrative }: ReleasedPoint, lang: ChartLang) =>
  illustrative ? chartWords[lang].illustrative : framework.legal_number;
