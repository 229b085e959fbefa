import type { Framework } from '../../../shared/frameworks/framework.ts';
import { parsePeriod, periodLabelVi } from '../../../shared/periods/period.ts';
import { templateVersion } from '../../../shared/submission/form/form-layout.ts';
import { signIdentity } from '../../../shared/submission/sign-identity.ts';
import type { FormIdentity } from '../../../shared/submission/submission.ts';
import type { Unit } from '../../../shared/units/unit.ts';
import type { FilledInput } from '../../../shared/workbook/template/form-spec.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';

export interface FormRequest {
  unit: Unit;
  group: string;
  period: string;
  framework: Framework;
  values: FilledInput[];
}

/** A signed form, filled in as the unit's own system would fill it. */
export function makeForm(request: FormRequest, signingKey: Uint8Array): Promise<Uint8Array> {
  const identity = identityOf(request);
  return writeTemplate({
    identity,
    signature: signIdentity(identity, signingKey),
    unit: request.unit,
    framework: request.framework,
    periodLabel: periodLabelVi(parsePeriod(request.period)),
    values: request.values,
  });
}

const identityOf = ({ unit, group, period, framework }: FormRequest): FormIdentity => ({
  unit_id: unit.unit_id,
  group,
  period,
  framework_id: framework.framework_id,
  framework_version: framework.version,
  framework_sha256: framework.sha256,
  template_version: templateVersion,
});
