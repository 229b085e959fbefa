import type { HistoryPoint, HistorySeries, UnitHistory } from '../../../release/history/unit-history.ts';
import { withoutDates } from '../../../release/release-name.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import type { History, HistorySection } from '../../charts/chart-data.ts';
import type { Language } from '../../language.ts';
import { rankOf, unitWords as words } from '../../words/unit-words.ts';

/** Values within a section may be compared: one group, one framework, real or illustrative. */
const sectionOf = ({ group, framework, illustrative }: HistoryPoint): string =>
  `${group} ${framework.framework_id}${illustrative ? ' illustrative' : ''}`;

/** The way of a unit for its chart, predecessors before it; null: too little to draw. */
export function historyData(history: UnitHistory, language: Language): History | null {
  const series = [...history.predecessors, history.series];
  const points = series.flatMap((one) =>
    one.points.map((point) => ({
      ...{ period: point.period, value: point.value, section: sectionOf(point) },
      series: unitLabel(one),
      kind: one.relation === 'self' ? ('own' as const) : ('predecessor' as const),
      rank: rankOf(point.rank, point.n, language),
      note: noteOf(point, language),
      address: addressOf(point, language),
    })),
  );
  if (points.filter(({ value }) => value !== null).length < 2) return null;
  return { name: unitLabel(history), sections: sectionsOf(series, language), points };
}

/** The unit's page in that release, from where each value leads to its source. */
const addressOf = ({ release, unit_id }: HistoryPoint, language: Language): string =>
  `${language === 'vi' ? '' : '/en'}/releases/${release}/don-vi/${unit_id}/`;

const noteOf = ({ kind, illustrative }: HistoryPoint, language: Language): string =>
  [
    ...(kind === 'published' ? [words.published[language]] : []),
    ...(illustrative ? [words.illustrative[language]] : []),
  ].join(', ');

/** Predecessors' first, each in order of time. Named by the group, and by the framework where the group has several. */
function sectionsOf(series: HistorySeries[], language: Language): HistorySection[] {
  const before = series.slice(0, -1).flatMap(({ points }) => points);
  const inTime = [...before.toSorted(byTime), ...series.at(-1)!.points];
  const first = new Map(inTime.toReversed().map((point) => [sectionOf(point), point]));
  const sections = [...new Set(inTime.map(sectionOf))].map((section) => first.get(section)!);
  const groups = sections.map(({ group }) => group);
  return sections.map((point) => {
    const isAlone = groups.filter((group) => group === point.group).length === 1;
    return { section: sectionOf(point), label: labelOf(point, isAlone, language) };
  });
}

const byTime = (a: HistoryPoint, b: HistoryPoint) =>
  a.closing_date < b.closing_date ? -1 : a.closing_date > b.closing_date ? 1 : 0;

function labelOf(point: HistoryPoint, isAlone: boolean, language: Language): string {
  const group = withoutDates(language === 'vi' ? point.group_name_vi : point.group_name_en);
  const [number] = point.framework.legal_number.split('/');
  const framework = isAlone ? '' : `, ${number!.replace(' ', '\u00A0')}`;
  return `${group}${framework}${point.illustrative ? `, ${words.illustrative[language]}` : ''}`;
}
