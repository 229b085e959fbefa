import type { Caller } from '../../identity/caller.ts';
import { type InputCodes, keyOf } from '../input-key.ts';
import type { AssignedRow } from './assignments.ts';

/** Whether a caller may see and fill a row of the own unit: a department those that are assigned to it, all others all. */
export const isOwnRow = (
  { department }: Pick<Caller, 'department'>,
  codes: InputCodes,
  assigned: ReadonlyMap<string, AssignedRow>,
): boolean => department === null || (department !== '' && assigned.get(keyOf(codes))?.department === department);
