import type { Bucket } from '../lake/objects.ts';
import type { LedgerDeps } from '../ledger/append.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import { deadlineDay } from '../periods/deadline.ts';
import { lastDayOf, parsePeriod } from '../periods/period.ts';
import { nameOn, unitOf } from '../units/registry.ts';
import type { FormSpec } from './form/form-spec.ts';
import { issueForm } from './form/issue-form.ts';
import { readKnownValues } from './known-values.ts';
import { readPeriodFramework } from './period-framework.ts';

export interface PrefilledFormDeps extends LedgerDeps {
  lake: Bucket;
  signingKey: () => Promise<Uint8Array>;
}

/** The signed form of a unit for an open period, filled with what is known; the unit as it was called at its end. */
export async function makePrefilledForm(
  { group, period, unit_id }: UnitOf,
  { terms }: PeriodState,
  deps: PrefilledFormDeps,
): Promise<FormSpec> {
  const framework = await readPeriodFramework(deps.lake, terms);
  const unit = unitOf(unit_id);
  const { full_name_vi } = nameOn(unit, lastDayOf(parsePeriod(period)));
  const deadline = terms.deadline_at && deadlineDay(terms.deadline_at);
  const values = await readKnownValues({ group, period, unit_id }, framework, deps);
  return issueForm(
    { unit: { unit_id, full_name_vi }, group, period, framework, values, ...(deadline ? { deadline } : {}) },
    await deps.signingKey(),
  );
}
