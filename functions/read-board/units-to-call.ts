import type { UnitState } from '../../shared/ledger/fold-unit.ts';
import { ruleEntry } from '../../shared/submission/rules/catalogue.ts';
import type { BoardUnit } from './board-unit.ts';

export interface UnitToCall {
  unit_id: string;
  unit_name_vi: string;
  /** `missing`: it has not opened its form; `opened`: nothing was sent; `rejected`: nothing accepted. */
  why: 'missing' | 'opened' | 'rejected';
  /** Times that it sent and was refused. */
  rejected: number;
  /** An error that every refused file of it had; null: none. */
  rule: string | null;
  /** When it was last heard of; null: never. */
  last_at: string | null;
}

/** Named on a wall; the list of units has them all. */
const named = 40;
const order: Record<UnitToCall['why'], number> = { rejected: 0, missing: 1, opened: 2 };

/** Those who keep being refused first, then those of whom nothing was heard. */
export const unitsToCall = (units: readonly BoardUnit[], rows: ReadonlyMap<string, UnitState>): UnitToCall[] =>
  units
    .flatMap(({ unit_id, unit_name_vi, state, last, opened_at }): UnitToCall[] => {
      if (state === 'accepted' || state === 'certified') return [];
      const refused = (rows.get(unit_id)?.receipts ?? []).filter(({ answer }) => answer?.accepted === false);
      const last_at = last?.received_at ?? opened_at;
      const rule = sharedRule(refused.map(({ answer }) => Object.keys(answer?.rules ?? {})));
      return [{ unit_id, unit_name_vi, why: state, rejected: refused.length, rule, last_at }];
    })
    .sort((a, b) => b.rejected - a.rejected || order[a.why] - order[b.why] || (a.unit_id < b.unit_id ? -1 : 1))
    .slice(0, named);

/** The same trouble again is one that words on a screen did not mend. */
function sharedRule([first = [], ...others]: string[][]): string | null {
  if (others.length === 0) return null;
  const errors = first.filter((rule) => ruleEntry(rule).severity === 'error');
  return errors.find((rule) => others.every((rules) => rules.includes(rule))) ?? null;
}
