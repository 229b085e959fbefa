import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import { groupNameEn, groupNameVi } from '../../shared/units/names.ts';
import { pageOf } from './page-of.ts';
import type { Query } from './public-query.ts';
import { type Entry, lineOf, type Published, requireGroup } from './published.ts';

/** Newest first. Of a period nothing is told before its first release. */
export function listPeriods(query: Query, all: Published): Answer<'PeriodList'> {
  if (query.group !== undefined) requireGroup(query.group);
  const lines = Map.groupBy(all.entries, lineOf);
  const found = [...lines.values()]
    .map(describePeriod)
    .filter(({ group }) => query.group === undefined || group === query.group)
    .filter(({ index }) => query.index === undefined || index === query.index)
    .sort(byPeriod);
  const { items, next_cursor } = pageOf(found, query, lineOf);
  return { periods: items, next_cursor };
}

function byPeriod(a: PeriodLine, b: PeriodLine): number {
  const byEnd = comparePeriodEnds(parsePeriod(b.period), parsePeriod(a.period));
  return byEnd !== 0 ? byEnd : lineOf(a) < lineOf(b) ? -1 : 1;
}

type PeriodLine = Answer<'PeriodList'>['periods'][number];

/** Of the entries of one period: the newest release, and the table that was published elsewhere. */
function describePeriod(entries: readonly Entry[]): PeriodLine {
  const computed = entries.filter(({ kind }) => kind === 'computed');
  const current = computed.at(-1) ?? null;
  const { index, group, period, closing_date, framework } = current ?? entries[0]!;
  return {
    ...{ index, group, group_name_vi: groupNameVi(group), group_name_en: groupNameEn(group), period, closing_date },
    ...{ current: current?.release ?? null, releases: computed.length, released_at: current?.released_at ?? null },
    published: entries.find(({ kind }) => kind === 'published')?.release ?? null,
    illustrative: framework.illustrative,
  };
}
