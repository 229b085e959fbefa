import type { Bucket } from '../lake/objects.ts';
import { deadlineDay } from '../periods/deadline.ts';
import { lastDayOf, parsePeriod } from '../periods/period.ts';
import type { OpenPeriod } from '../score-store/periods.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { nameOn, unitOf } from '../units/registry.ts';
import type { FormSpec } from './form/form-spec.ts';
import { issueForm } from './form/issue-form.ts';
import { readKnownValues } from './known-values.ts';
import { readPeriodFramework } from './period-framework.ts';

export interface PrefilledFormDeps {
  lake: Bucket;
  table: ScoreTable;
  signingKey: () => Promise<Uint8Array>;
}

/** The signed form of a unit for an open period, filled with what is known; the unit as it was called at its end. */
export async function makePrefilledForm(unitId: string, open: OpenPeriod, deps: PrefilledFormDeps): Promise<FormSpec> {
  const { group, period } = open;
  const framework = await readPeriodFramework(deps.lake, open);
  const unit = unitOf(unitId);
  const { full_name_vi } = nameOn(unit, lastDayOf(parsePeriod(period)));
  const deadline = open.deadline_at && deadlineDay(open.deadline_at);
  const values = await readKnownValues({ group, period, unit_id: unitId }, framework, deps);
  return issueForm(
    { unit: { unit_id: unitId, full_name_vi }, group, period, framework, values, ...(deadline ? { deadline } : {}) },
    await deps.signingKey(),
  );
}
