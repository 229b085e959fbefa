import type { RawFormat } from '../lake/keys.ts';
import { Fault } from '../observability/fault.ts';
import { checkDeclaredValues } from './check-declared-values.ts';
import type { CheckContext } from './figure.ts';
import type { ExpectedForm } from './form/check-identity.ts';
import type { CheckedSubmission } from './submission.ts';

export interface ReceivedFile {
  bytes: Uint8Array;
  format: RawFormat;
  /** `unit_id` is null where the file itself must say whose it is; only a form can. */
  expected: ExpectedForm;
  /** Of JSON and CSV: rows to be laid over the current submission. A form is always whole. */
  partial?: boolean;
}

/** Checks a file by whichever door it came. `contextFor` is asked once it is known whose file it is, if anyone's. */
export type CheckFile = (
  file: ReceivedFile,
  contextFor: (unitId: string | null) => Promise<CheckContext>,
) => Promise<CheckedSubmission>;

/** Knows JSON and CSV only, hence neither the spreadsheet library nor the signing key. */
export const checkTableFile: CheckFile = async ({ expected, ...file }, contextFor) => {
  const { unit_id } = expected;
  const { format } = file;
  if (format === 'xlsx' || unit_id === null)
    throw new Fault('FORMAT_UNEXPECTED', `no ${format} of unit ${unit_id} here`);
  const context = await contextFor(unit_id);
  return checkDeclaredValues({ ...file, format, expected: { ...expected, unit_id }, context });
};
