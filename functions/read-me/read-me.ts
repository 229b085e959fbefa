import { requireCaller } from '../../shared/http/require-caller.ts';
import { type CallerRole, type Claims, callerOf, heldRoles, nameHeld } from '../../shared/identity/caller.ts';
import { unitFullNameVi, unitNameVi } from '../../shared/units/names.ts';

/** A role as the bearer names it in `DTI-Acting-As`, with the unit's names. */
export interface Held {
  acting_as: string;
  role: CallerRole;
  unit_id: string | null;
  unit_name_vi: string | null;
  unit_full_name_vi: string | null;
}

export interface Me {
  name: string | null;
  /** What this request acts as; null: one of several has to be named. */
  acting: (Held & { department: string | null; owner: string; bodies: string[] | null }) | null;
  held: Held[];
}

/** Who the bearer of a token is and may act as. Refuses whom no role was given, and a role that is not held. */
export function readMe(claims: Claims | undefined, actingAs: string | null): Me {
  const roles = heldRoles(claims);
  const mustChoose = actingAs === null && roles.length > 1;
  const caller = mustChoose ? null : requireCaller(claims, actingAs);
  const held = roles.map((one) => tellHeld(one));
  return {
    name: callerOf(claims, nameHeld(roles[0]!))?.name ?? null,
    acting: caller && {
      ...tellHeld(caller),
      ...{ department: caller.department, owner: caller.owner, bodies: caller.bodies },
    },
    held,
  };
}

const tellHeld = ({ role, unit_id }: Pick<Held, 'role' | 'unit_id'>): Held => ({
  acting_as: nameHeld({ role, unit_id }),
  ...{ role, unit_id },
  unit_name_vi: unit_id && unitNameVi(unit_id),
  unit_full_name_vi: unit_id && unitFullNameVi(unit_id),
});
