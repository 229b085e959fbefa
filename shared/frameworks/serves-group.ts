import type { Framework } from './framework.ts';

/** Whether a framework is for a group: one of its list, where `communes-*` stands for every group that begins so. */
export const servesGroup = ({ groups }: Pick<Framework, 'groups'>, group: string): boolean =>
  groups.some((listed) => listed === group || (listed.endsWith('*') && group.startsWith(listed.slice(0, -1))));
