import { sha256Of } from '../../digest/canonical-json.ts';
import type { CellBook } from '../cell-book.ts';
import { makeFinding, noPlace } from '../finding.ts';
import { groupMismatch, periodMismatch } from '../form/identity-findings.ts';
import { sortFindings } from '../sort-findings.ts';
import type { Finding } from '../submission.ts';
import { type AppraisalIdentity, readAppraisalIdentity } from './appraisal-identity.ts';
import type { AppraisalRound } from './appraisal-round.ts';
import type { AppraisedUnit } from './appraised-unit.ts';
import { type AppraisalChange, type Judged, judgeRows } from './judge-rows.ts';
import { readAppraisalRows } from './read-appraisal-rows.ts';

/** The answer to one appraisal workbook: nothing of it is taken unless all of it is. */
export interface CheckedAppraisals {
  accepted: boolean;
  /** Of the bytes as received. */
  sha256: string;
  findings: Finding[];
  /** Empty unless accepted. */
  changes: AppraisalChange[];
  /** What its rows change of a unit, asked again when its chain has gone on. */
  judge: (unit: AppraisedUnit) => Judged;
}

export interface CheckAppraisalsDeps {
  signingKey: Uint8Array;
  /** Guard and reader; a book of null comes with the finding that says why. */
  openWorkbook: (bytes: Uint8Array) => Promise<{ book: CellBook | null; findings: Finding[] }>;
  /** Bodies that the sender appraises for; null: all. */
  bodies: readonly string[] | null;
}

/** The same guard and the same kind of answer as for a unit's form. Blank points are no appraisal. */
export async function checkAppraisals(
  bytes: Uint8Array,
  round: AppraisalRound,
  { openWorkbook, ...deps }: CheckAppraisalsDeps,
): Promise<CheckedAppraisals> {
  const sha256 = sha256Of(bytes);
  const { book, findings } = await openWorkbook(bytes);
  const read = book ? readBook(book, round, deps) : refused([]);
  const judged = [...round.units.values()].map(read.judge);
  const all = sortFindings([...findings, ...read.findings, ...judged.flatMap((unit) => unit.findings)]);
  const accepted = all.every(({ severity }) => severity !== 'error');
  const changes = accepted ? judged.flatMap((unit) => unit.changes) : [];
  return { accepted, sha256, findings: all, changes, judge: read.judge };
}

/** Findings about the workbook as a whole, and how its rows are judged. */
type Read = Pick<CheckedAppraisals, 'findings' | 'judge'>;

const refused = (findings: Finding[]): Read => ({ findings, judge: () => ({ findings: [], changes: [] }) });

const ruleOf = {
  unknown: 'APPRAISAL_UNKNOWN',
  outdated: 'APPRAISAL_OUTDATED',
  changed: 'SIGNATURE_BAD',
} as const;

/** Rows are judged only in a workbook of this round: those of another would all be wrong. */
function readBook(
  book: CellBook,
  round: AppraisalRound,
  { signingKey, bodies }: Omit<CheckAppraisalsDeps, 'openWorkbook'>,
): Read {
  const identity = readAppraisalIdentity(book, signingKey);
  if (typeof identity === 'string') return refused([makeFinding(ruleOf[identity], noPlace)]);
  const foreign = checkRound(identity, round);
  if (foreign.length > 0) return refused(foreign);
  const { rows, findings } = readAppraisalRows(book, round);
  const byUnit = Map.groupBy(rows, ({ answer }) => answer.unit_id);
  return { findings, judge: (unit) => judgeRows(byUnit.get(unit.unit_id) ?? [], unit, { identity, bodies }) };
}

function checkRound(identity: AppraisalIdentity, { group, period, framework }: AppraisalRound): Finding[] {
  const findings: Finding[] = [];
  if (identity.group !== group) findings.push(groupMismatch(identity.group, group));
  if (identity.period !== period) findings.push(periodMismatch(identity.period, period));
  if (findings.length === 0 && identity.framework_sha256 !== framework.sha256)
    findings.push(makeFinding('APPRAISAL_UNKNOWN', noPlace));
  return findings;
}
