import { enterPartOfUnit } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { findPerson } from '../../shared/identity/people.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import type { UnitState } from '../../shared/ledger/fold-unit.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { isOpenFor, newest } from '../../shared/ledger/standing.ts';
import { type AssignedRow, readAssignments } from '../../shared/submission/draft/assignments.ts';
import { draftVersion } from '../../shared/submission/draft/draft-document.ts';
import { type DraftRow, isFilled } from '../../shared/submission/draft/draft-row.ts';
import { readDraft, readRivals } from '../../shared/submission/draft/draft-store.ts';
import { askedOf, type JudgedDraft, judgeDraft } from '../../shared/submission/draft/judge-draft.ts';
import { isOwnRow } from '../../shared/submission/draft/own-rows.ts';
import { type DraftSection, type ToldRow, tellForm, tellRows } from '../../shared/submission/draft/tell-draft.ts';
import type { AskedInput } from '../../shared/submission/figure.ts';
import { codesOf } from '../../shared/submission/input-key.ts';
import { readKnownValues } from '../../shared/submission/known-values.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import type { ReceiveDeps } from '../../shared/submission/receive-submission.ts';
import { unitNameVi } from '../../shared/units/names.ts';

export type ReadDraftDeps = Pick<ReceiveDeps, 'lake' | 'table' | 'ledger' | 'now'>;

/** A unit's form as it is being filled. */
export interface DraftAnswer extends UnitOf {
  unit_name_vi: string;
  framework_sha256: string;
  title_vi: string;
  title_en: string;
  illustrative: boolean;
  deadline_at: string | null;
  /** `required`: what is sent counts once the head of the unit has certified it. */
  certification: 'required' | null;
  /** What is sent now would count. */
  open: boolean;
  /** Names all rows as they stand; of a department's officer too, those of the whole draft. */
  version: string;
  /** Whose rows these are; null: the whole unit's. */
  department: string | null;
  counts: DraftCounts;
  /** The unit's newest receipt; `version` of a draft that was sent, null of what came by another way. */
  last_receipt: { receipt: number; received_at: string; version: string | null } | null;
  sections: DraftSection[];
}

export interface DraftCounts {
  asked: number;
  /** With a value, or a note that says why there is none. */
  filled: number;
  errors: number;
  warnings: number;
}

/** What a draft is judged from, read once. */
export interface OpenDraft {
  of: UnitOf;
  period: PeriodState;
  unit: UnitState;
  asked: AskedInput[];
  rows: DraftRow[];
  assigned: Map<string, AssignedRow>;
  judged: JudgedDraft;
}

export async function openDraft(of: UnitOf, caller: Caller, deps: ReadDraftDeps): Promise<OpenDraft> {
  const period = await enterPartOfUnit(caller, of, deps.ledger, 'officer', 'certifier');
  const framework = await readPeriodFramework(deps.lake, period.terms);
  const unit = await readUnit(deps.ledger, of);
  const rows = await readDraft(deps.table, of);
  const judged = await judgeDraft(of, { framework, rows, unit }, deps);
  const assigned = await readAssignments(deps.table, of);
  return { of, period, unit, asked: askedOf(framework, of), rows, assigned, judged };
}

/** All rows with what is typed, how it is understood, what is wrong with it and what is known beside it. */
export async function readDraftOf(of: UnitOf, caller: Caller, deps: ReadDraftDeps): Promise<DraftAnswer> {
  const draft = await openDraft(of, caller, deps);
  const { period, judged, asked, rows, assigned } = draft;
  const { framework } = judged.context;
  const person = await findPerson(deps.table, caller);
  const rivals = await readRivals(deps.table, of);
  const told = ownOnly(tellRows({ asked, rows, rivals, person, ...judged }), caller, assigned);
  const known = await readKnownValues(of, framework, deps);
  const still = { framework, previous: judged.context.previous ?? [], known, assigned };
  return {
    ...of,
    unit_name_vi: unitNameVi(of.unit_id),
    framework_sha256: framework.sha256,
    title_vi: framework.title_vi,
    title_en: framework.title_en,
    illustrative: framework.illustrative,
    deadline_at: period.terms.deadline_at ?? null,
    certification: period.terms.certification ?? null,
    open: isOpenFor(period, of.unit_id, deps.now().toISOString()),
    version: draftVersion(of, rows),
    department: caller.department,
    counts: countRows(told),
    last_receipt: lastReceipt(draft),
    sections: tellForm(told, asked, still),
  };
}

const ownOnly = (told: ToldRow[], caller: Caller, assigned: ReadonlyMap<string, AssignedRow>): ToldRow[] =>
  told.filter((row) => isOwnRow(caller, row, assigned));

export const ownInputs = ({ asked, assigned }: OpenDraft, caller: Caller): AskedInput[] =>
  asked.filter((input) => isOwnRow(caller, codesOf(input), assigned));

const countRows = (told: readonly ToldRow[]): DraftCounts => {
  const findings = told.flatMap((row) => row.findings);
  const countOf = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const filled = told.filter(isFilled).length;
  return { asked: told.length, filled, errors: countOf('error'), warnings: countOf('warning') };
};

function lastReceipt({ unit }: OpenDraft): DraftAnswer['last_receipt'] {
  const last = newest(unit.receipts);
  return last ? { receipt: last.receipt, received_at: last.at, version: last.draft_sha256 ?? null } : null;
}
