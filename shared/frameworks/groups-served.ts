import { communeGroups, groups } from '../units/groups.ts';
import type { Framework } from './framework.ts';
import { servesGroup } from './serves-group.ts';

export interface NamedGroup {
  group: string;
  group_name_vi: string;
  group_name_en: string;
}

/** Every group that a framework is for, with its name: `communes-*` written out. */
export const groupsServed = (framework: Pick<Framework, 'groups'>): NamedGroup[] =>
  [...groups, ...communeGroups()]
    .filter(({ group }) => servesGroup(framework, group))
    .map(({ group, name_vi, name_en }) => ({ group, group_name_vi: name_vi, group_name_en: name_en }));
