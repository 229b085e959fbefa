import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import type { ListedRelease } from '../../shared/score-store/listed-releases.ts';
import { groupNameEn, groupNameVi } from '../../shared/units/names.ts';
import { pageOf } from './page-of.ts';
import type { Query } from './public-query.ts';
import { currentReleases, type Published, requireGroup } from './published.ts';

/** Newest first. Of a period nothing is told before its first release. */
export function listPeriods(query: Query, all: Published): Answer<'PeriodList'> {
  if (query.group !== undefined) requireGroup(query.group);
  const found = currentReleases(all)
    .filter(({ group }) => query.group === undefined || group === query.group)
    .filter(({ index }) => query.index === undefined || index === query.index)
    .sort(byPeriod)
    .map((release) => describePeriod(release, all));
  const { items, next_cursor } = pageOf(found, query, ({ current }) => current.slice(0, current.lastIndexOf('/')));
  return { periods: items, next_cursor };
}

export function byPeriod(a: ListedRelease, b: ListedRelease): number {
  const byEnd = comparePeriodEnds(parsePeriod(b.period), parsePeriod(a.period));
  if (byEnd !== 0) return byEnd;
  return a.release < b.release ? -1 : 1;
}

function describePeriod(current: ListedRelease, { lines }: Published): Answer<'PeriodList'>['periods'][number] {
  const { index, group, period, closing_date, release, released_at, framework } = current;
  return {
    ...{ index, group, group_name_vi: groupNameVi(group), group_name_en: groupNameEn(group), period, closing_date },
    ...{ current: release, releases: lines.get(`${index}/${group}/${period}`)?.length ?? 0, released_at },
    illustrative: framework.illustrative,
  };
}
