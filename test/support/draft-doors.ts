import { assignUnitRows } from '../../functions/assign-rows/assign-rows.ts';
import { type AssignmentsAnswer, readAssignmentsOf } from '../../functions/assign-rows/read-assignments.ts';
import { checkDraft, type DraftCheck } from '../../functions/read-draft/check-draft.ts';
import { type DraftAnswer, readDraftOf } from '../../functions/read-draft/read-draft.ts';
import { type SavedRows, saveDraft, type TypedOn, type Words } from '../../functions/save-draft/save-draft.ts';
import { type SentDraft, sendDraft } from '../../functions/send-draft/send-draft.ts';
import type { Problem } from '../../shared/http/problem.ts';
import type { Assigned } from '../../shared/submission/draft/assignments.ts';
import type { DraftFormRow, ToldRow } from '../../shared/submission/draft/tell-draft.ts';
import { type Intake, officer, unit } from './intake.ts';

export const health: Assigned = {
  department: 'so-y-te',
  department_name_vi: 'Sở Y tế',
  person_vi: null,
  due: null,
};
export const doctor = officer({ subject: 'doctor', department: 'so-y-te' });
export const finance: Assigned = { ...health, department: 'so-tc', department_name_vi: 'Sở Tài chính' };
export const treasurer = officer({ subject: 'treasurer', department: 'so-tc' });

/** A row by `a` or `r/numerator`: what is typed into its value, on the version that was seen. */
export function typedOn(key: string, value: string | null, changes: Partial<TypedOn> = {}): TypedOn {
  const [indicator, input = 'value'] = key.split('/') as [string, string?];
  return { indicator, input, version: 0, value, evidence: null, note: null, ...changes };
}

export const save = (
  intake: Intake,
  rows: TypedOn[],
  { caller = officer(), settled = [] as Words[], ...of } = {},
): Promise<SavedRows> => saveDraft({ ...unit, ...of, rows, settled }, caller, intake);

/** The refusal of a save, with what it tells beside the words. */
export const refusedSave = (
  saving: Promise<unknown>,
): Promise<Problem & { members: { taken: ToldRow[]; saved: ToldRow[] } }> =>
  saving.then(
    () => Promise.reject(new Error('was saved')),
    (problem) => problem,
  );

export const draftOf = (intake: Intake, caller = officer()): Promise<DraftAnswer> => readDraftOf(unit, caller, intake);

export const rowsOf = ({ sections }: DraftAnswer): DraftFormRow[] =>
  sections.flatMap(({ indicators }) => indicators.flatMap(({ rows }) => rows));

export async function rowOf(intake: Intake, key: string, caller = officer()): Promise<DraftFormRow> {
  const [indicator, input = 'value'] = key.split('/');
  return rowsOf(await draftOf(intake, caller)).find((row) => row.indicator === indicator && row.input === input)!;
}

export const checkIt = (intake: Intake, caller = officer()): Promise<DraftCheck> => checkDraft(unit, caller, intake);

/** Sends the draft as it stands, unless told which. */
export const sendIt = async (intake: Intake, caller = officer(), version?: string): Promise<SentDraft> =>
  sendDraft({ ...unit, version: version ?? (await draftOf(intake)).version }, caller, intake);

/** The whole lenient form, as an officer types it. */
export const wholeDraft: TypedOn[] = [
  typedOn('a', '0,5'),
  typedOn('r/numerator', '3'),
  typedOn('r/denominator', '4,00'),
  typedOn('e', '0.25', { evidence: 'QĐ 1' }),
];

export const assign = (
  intake: Intake,
  rows: { indicator: string; input?: string }[],
  to: Assigned | null,
  caller = officer(),
  of = unit,
): Promise<AssignmentsAnswer> => assignUnitRows({ ...of, rows, to }, caller, intake);

export const assignments = (intake: Intake, caller = officer(), of = unit): Promise<AssignmentsAnswer> =>
  readAssignmentsOf(of, caller, intake);
