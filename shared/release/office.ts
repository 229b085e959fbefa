import { groupOf } from '../units/groups.ts';
import { owners } from '../units/owners.ts';

/** Who releases the tables of a group, as the public reads it: an office, never a person. */
export function officeOf(group: string): string {
  const { owner } = groupOf(group);
  return owners.find((one) => one.owner === owner)?.name_vi ?? owner;
}
