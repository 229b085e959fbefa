import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { allGroups, type Published } from './published.ts';

export const listGroups = ({ entries }: Published, now: Date): Answer<'GroupList'> => ({
  groups: allGroups().map(({ group, name_vi, name_en, from, to, ranked }) => ({
    ...{ group, group_name_vi: name_vi, group_name_en: name_en, from, to, ranked },
    unit_count: membersOf(group, String(now.getUTCFullYear())).length,
    periods: newestFirst(new Set(entries.filter((one) => one.group === group).map(({ period }) => period))),
  })),
});

const newestFirst = (periods: Iterable<string>): string[] =>
  [...periods]
    .map(parsePeriod)
    .sort(comparePeriodEnds)
    .reverse()
    .map(({ period }) => period);
