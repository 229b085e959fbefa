import { type Caller, isUnitRole } from '../identity/caller.ts';
import { groupsHolding } from '../units/groups.ts';
import { owners } from '../units/owners.ts';
import { findUnit } from '../units/registry.ts';
import { Problem } from './problem.ts';
import { requireOwner, requireUnit } from './require-caller.ts';

/** Refuses whoever has nothing to do with the unit, or with the owner, that mail goes to. */
export function requireRecipient(caller: Caller, recipient: string): void {
  requireUnit(caller, recipient);
  if (!isUnitRole(caller.role) && owners.some(({ owner }) => owner === recipient)) {
    if (caller.owner !== recipient) throw foreignOwner(recipient);
    return;
  }
  const unit = findUnit(recipient);
  if (!unit) throw unknown(recipient);
  const groups = groupsHolding(unit);
  const own = groups.find(({ owner }) => owner === caller.owner) ?? groups[0];
  requireOwner(caller, own?.group ?? '');
}

const unknown = (recipient: string): Problem =>
  new Problem(
    404,
    'unit-unknown',
    `Không có đơn vị mang mã "${recipient}"; đề nghị kiểm tra lại mã đơn vị.`,
    `There is no unit "${recipient}".`,
  );

const foreignOwner = (owner: string): Problem =>
  new Problem(
    403,
    'foreign-group',
    'Tài khoản không thuộc cơ quan này; đề nghị người của cơ quan đó thực hiện.',
    `The role of the token is not held for ${owner}.`,
  );
