import { certifySubmission } from '../../functions/certify-submission/certify-submission.ts';
import { checkSubmission } from '../../functions/check-submission/check-submission.ts';
import {
  listPeriod,
  listUnit,
  type PeriodSubmissions,
  type UnitSubmissions,
} from '../../functions/read-submissions/read-submissions.ts';
import { requestUpload, type UploadAnswer } from '../../functions/request-upload/request-upload.ts';
import {
  type SubmitValuesInput,
  submitValues,
  type ValuesAnswer,
} from '../../functions/submit-values/submit-values.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import type { FilledInput } from '../../shared/submission/form/form-spec.ts';
import { receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { unidentified } from '../../shared/submission/upload-limits.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { callerWith } from './callers.ts';
import { type FormChanges, formOf } from './forms.ts';
import { certifier, type Intake, identity, lenient, officer, unit } from './intake.ts';
import { postFile, type SignedForm } from './uploads.ts';

/** What an officer declares: values by `indicator` or `indicator/input`. */
export type Values = Record<string, string | null>;

/** Every figure of the lenient framework. */
export const whole: Values = { a: '0.5', 'r/numerator': '3', 'r/denominator': '4', e: '0.25' };

const rowsOf = (values: Values) =>
  Object.entries(values).map(([key, value]) => {
    const [indicator, input = 'value'] = key.split('/') as [string, string?];
    return { indicator, input, value, ...(indicator === 'e' && value !== null ? { evidence: 'QĐ 1' } : {}) };
  });

export const jsonOf = (values: Values): Uint8Array => new TextEncoder().encode(JSON.stringify(rowsOf(values)));

export const formWith = (values: Values, changes: FormChanges = {}): Promise<Uint8Array> =>
  writeTemplate(
    formOf(lenient, rowsOf(values).filter(({ value }) => value !== null) as FilledInput[], {
      ...changes,
      identity: { ...identity, ...changes.identity },
    }),
  );

let requests = 0;

export type Sending = Partial<Omit<SubmitValuesInput, 'bytes'>> & { caller?: Caller };

/** A table by the API; JSON, unless told otherwise. */
export const submit = (
  intake: Intake,
  bytes: Uint8Array,
  { caller = officer(), ...changes }: Sending = {},
): Promise<ValuesAnswer> =>
  submitValues(
    {
      ...{ ...unit, contentType: 'application/json', bytes, partial: false, dryRun: false, idempotencyKey: null },
      contentDigest: undefined,
      requestId: `r-${++requests}`,
      ...changes,
    },
    caller,
    intake,
  );

/** Asks for an upload without sending the file yet. */
export const askForm = (
  intake: Intake,
  bytes: Uint8Array,
  { caller = officer(), unit_id = unit.unit_id }: { caller?: Caller; unit_id?: string } = {},
): Promise<UploadAnswer> =>
  requestUpload(
    { ...unit, unit_id, sha256: sha256Of(bytes), size: bytes.length, file_name: 'Biểu mẫu.xlsx' },
    caller,
    intake,
  );

export async function signForm(...ask: Parameters<typeof askForm>): Promise<SignedForm & { upload_number: number }> {
  const answer = await askForm(...ask);
  if (answer.status !== 'send') throw new Error(`nothing to send: ${answer.status}`);
  return answer;
}

/** Posts a form and leaves its event in the queue. */
export async function post(form: SignedForm, bytes: Uint8Array): Promise<void> {
  const posted = await postFile(form, bytes);
  if (!posted.ok) throw new Error(`${posted.status} ${await posted.text()}`);
}

/** Delivers what is in the queue, in that order or another. */
export async function deliver(intake: Intake, order: (events: Intake['events']) => Intake['events'] = (all) => all) {
  for (const event of order(intake.events.splice(0))) await receiveSubmission(event, intake);
}

/** A workbook that the ministry hands in without saying whose it is; its event is in the queue. */
export async function handIn(intake: Intake, bytes: Uint8Array): Promise<void> {
  await post(await signForm(intake, bytes, { caller: callerWith(), unit_id: unidentified }), bytes);
}

/** A workbook from asking to its answer. */
export async function send(intake: Intake, bytes: Uint8Array, caller = officer()): Promise<void> {
  await post(await signForm(intake, bytes, { caller }), bytes);
  await deliver(intake);
}

export const check = (intake: Intake, bytes: Uint8Array, unit_id = unit.unit_id, caller: Caller = officer()) =>
  checkSubmission({ ...unit, unit_id, sha256: sha256Of(bytes) }, caller, intake);

export const certify = (intake: Intake, receipt: number, caller = certifier()) =>
  certifySubmission({ ...unit, receipt: `${receipt}`, requestId: `r-${++requests}` }, caller, intake);

export const list = (intake: Intake, before: number | null = null): Promise<UnitSubmissions> =>
  listUnit({ ...unit, before }, officer(), intake);

export const board = (intake: Intake): Promise<PeriodSubmissions> => listPeriod(unit, callerWith(), intake);

/** The unit's line of the period's list. */
export const lineOf = async (intake: Intake, unitId = unit.unit_id) =>
  (await board(intake)).units.find(({ unit_id }) => unit_id === unitId)!;

export const chain = (intake: Intake, unit_id = unit.unit_id): Promise<UnitEntry[]> =>
  readChain<UnitEntry>(intake.ledger, unitChain({ ...unit, unit_id }));

/** `received 1`, `answered 1 accepted`: what a chain says, in short. */
export const told = async (intake: Intake, unit_id = unit.unit_id): Promise<string[]> =>
  (await chain(intake, unit_id)).map(({ kind, about }) => {
    const { upload_number, receipt, accepted } = about as {
      upload_number?: number;
      receipt?: number;
      accepted?: boolean;
    };
    const outcome = accepted === undefined ? '' : accepted ? ' accepted' : ' rejected';
    return `${kind} ${upload_number ?? receipt ?? ''}${outcome}`.trim();
  });

/** `RULE severity`, for short expectations. */
export const rules = ({ findings }: { findings: { rule: string; severity: string }[] }): string[] =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);
