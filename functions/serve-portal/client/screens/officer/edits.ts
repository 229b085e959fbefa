import { useState } from 'preact/hooks';
import type { Acting } from '../../routes.ts';
import type { Edit, Edits } from './edit.ts';
import type { UnitPeriod } from './unit-path.ts';

interface Kept {
  edits: Edits;
  /** Makes what is sent again after a lost answer the same arrival. */
  nonce: string;
}

export interface EditStore extends Kept {
  /** Null takes back what was changed of the row. */
  change: (key: string, edit: Edit | null) => void;
  forget: () => void;
}

/** Corrections of one receipt that were not sent yet: in this tab, for this unit, over a reload and a sign-in. */
export function useEdits({ group, period }: UnitPeriod, receipt: string, me: Acting): EditStore {
  const key = `dti-edit:${me.unit_id}/${group}/${period}/${receipt}`;
  const [kept, setKept] = useState<Kept>(() => read(key));
  const put = (edits: Edits) => {
    const next = { ...kept, edits };
    setKept(next);
    if (Object.keys(edits).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next));
  };
  return {
    ...kept,
    change: (row, edit) => {
      const { [row]: _before, ...others } = kept.edits;
      put(edit === null || Object.keys(edit).length === 0 ? others : { ...others, [row]: edit });
    },
    forget: () => put({}),
  };
}

function read(key: string): Kept {
  const stored = sessionStorage.getItem(key);
  return stored === null ? { edits: {}, nonce: crypto.randomUUID() } : (JSON.parse(stored) as Kept);
}
