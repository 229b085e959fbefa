import type { Framework } from '../../frameworks/framework.ts';
import { parsePeriod, periodLabelVi } from '../../periods/period.ts';
import type { Unit } from '../../units/unit.ts';
import { signIdentity } from '../sign-identity.ts';
import type { FormIdentity } from '../submission.ts';
import { templateVersion } from './form-layout.ts';
import type { FilledInput, FormSpec } from './form-spec.ts';

export interface FormRequest {
  /** As the unit is to be called on the form. */
  unit: Pick<Unit, 'unit_id' | 'full_name_vi'>;
  group: string;
  period: string;
  framework: Framework;
  values?: FilledInput[];
  /** `YYYY-MM-DD` */
  deadline?: string;
}

/** The spec of a form of the current version, signed. */
export function issueForm({ unit, group, period, framework, ...rest }: FormRequest, signingKey: Uint8Array): FormSpec {
  const identity: FormIdentity = {
    unit_id: unit.unit_id,
    group,
    period,
    framework_id: framework.framework_id,
    framework_version: framework.version,
    framework_sha256: framework.sha256,
    template_version: templateVersion,
  };
  const signature = signIdentity(identity, signingKey);
  return { identity, signature, unit, framework, periodLabel: periodLabelVi(parsePeriod(period)), ...rest };
}
