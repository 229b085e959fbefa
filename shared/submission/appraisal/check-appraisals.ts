import { sha256Of } from '../../digest/canonical-json.ts';
import { type AppraisalRecord, appraisalKey, standingAppraisals } from '../../score-store/appraisals.ts';
import type { CellBook } from '../cell-book.ts';
import { makeFinding, makeNumberFinding, noPlace } from '../finding.ts';
import { groupMismatch, periodMismatch } from '../form/identity-findings.ts';
import { sortFindings } from '../sort-findings.ts';
import type { Finding } from '../submission.ts';
import { compareDecimals } from '../values/decimal-text.ts';
import { type AppraisalIdentity, readAppraisalIdentity } from './appraisal-identity.ts';
import type { AppraisableAnswer, AppraisalRound } from './appraisal-round.ts';
import { type AppraisalRow, readAppraisalRows } from './read-appraisal-rows.ts';

/** A decision that a workbook changes. */
export interface AppraisalChange {
  answer: AppraisableAnswer;
  /** Canonical decimal; null: the decision that stood is withdrawn. */
  points: string | null;
  reason: string;
  sheet: string;
  cell: string;
}

/** The answer to one appraisal workbook: nothing of it is taken unless all of it is. */
export interface CheckedAppraisals {
  accepted: boolean;
  /** Of the bytes as received. */
  sha256: string;
  findings: Finding[];
  /** Empty unless accepted. */
  changes: AppraisalChange[];
}

export interface CheckAppraisalsDeps {
  signingKey: Uint8Array;
  /** Guard and reader; a book of null comes with the finding that says why. */
  openWorkbook: (bytes: Uint8Array) => Promise<{ book: CellBook | null; findings: Finding[] }>;
}

/** The same guard and the same kind of answer as for a unit's form. Blank points are no appraisal. */
export async function checkAppraisals(
  bytes: Uint8Array,
  round: AppraisalRound,
  { signingKey, openWorkbook }: CheckAppraisalsDeps,
): Promise<CheckedAppraisals> {
  const sha256 = sha256Of(bytes);
  const { book, findings } = await openWorkbook(bytes);
  const read = book ? readBook(book, round, signingKey) : { findings: [], changes: [] };
  const all = sortFindings([...findings, ...read.findings]);
  const accepted = all.every(({ severity }) => severity !== 'error');
  return { accepted, sha256, findings: all, changes: accepted ? read.changes : [] };
}

type Read = Pick<CheckedAppraisals, 'findings' | 'changes'>;

/** Rows are judged only in a workbook of this round: those of another would all be wrong. */
function readBook(book: CellBook, round: AppraisalRound, signingKey: Uint8Array): Read {
  const identity = readAppraisalIdentity(book, signingKey);
  if (identity === 'unknown') return { findings: [makeFinding('APPRAISAL_UNKNOWN', noPlace)], changes: [] };
  if (identity === 'changed') return { findings: [makeFinding('SIGNATURE_BAD', noPlace)], changes: [] };
  const foreign = checkRound(identity, round);
  if (foreign.length > 0) return { findings: foreign, changes: [] };
  const { rows, findings } = readAppraisalRows(book, round);
  const judged = rows.map(judgeAgainst(identity, round));
  return {
    findings: [...findings, ...judged.flatMap((row) => row.findings)],
    changes: judged.flatMap(({ changes }) => changes),
  };
}

function checkRound(identity: AppraisalIdentity, { group, period, framework }: AppraisalRound): Finding[] {
  const findings: Finding[] = [];
  if (identity.group !== group) findings.push(groupMismatch(identity.group, group));
  if (identity.period !== period) findings.push(periodMismatch(identity.period, period));
  if (findings.length === 0 && identity.framework_sha256 !== framework.sha256)
    findings.push(makeFinding('APPRAISAL_UNKNOWN', noPlace));
  return findings;
}

/**
 * What a row says is what it changes of what was filled in when the workbook was issued: a decision that somebody else
 * recorded meanwhile is not undone by a row nobody touched.
 */
function judgeAgainst(identity: AppraisalIdentity, round: AppraisalRound): (row: AppraisalRow) => Read {
  const issued = standingAppraisals(round.records, identity.submissions, identity.issued_after);
  const standing = standingAppraisals(round.records, round.submissions);
  return (row) => {
    const { unit_id, indicator } = row.answer;
    const key = appraisalKey({ unit_id, indicator: indicator.indicator });
    const [before, now] = [issued.get(key), standing.get(key)];
    if (row.findings.some(({ severity }) => severity === 'error')) return { findings: row.findings, changes: [] };
    if (row.blank && row.reason === '') return { findings: [], changes: before && now === before ? [change(row)] : [] };
    if (isSame(row, before)) return { findings: [], changes: [] };
    const isShown = identity.submissions.get(unit_id) === row.answer.submission_sha256;
    const findings = [...row.findings, ...(isShown ? checkDecision(row) : [submissionChanged(row)])];
    if (isSame(row, now)) return { findings, changes: [] };
    const replaced = now && now.file_number > identity.issued_after ? [appraisedSince(row, now)] : [];
    return { findings: [...findings, ...replaced], changes: [change(row)] };
  };
}

const isSame = (row: AppraisalRow, record: AppraisalRecord | undefined): boolean =>
  row.points !== null &&
  record?.points != null &&
  compareDecimals(row.points, record.points) === 0 &&
  row.reason === record.reason;

function checkDecision(row: AppraisalRow): Finding[] {
  const { points, reason, answer, hidden, place } = row;
  if (points === null) return [makeFinding('POINTS_MISSING', place('appraised_points'))];
  const seen = hidden ? [makeFinding('ROW_HIDDEN', place('appraised_points'), { at_row: `${row.row}` })] : [];
  if (reason !== '' || compareDecimals(points, answer.self_points) === 0) return seen;
  return [...seen, makeNumberFinding('REASON_MISSING', place('reason'), points, selfPoints(answer))];
}

const selfPoints = ({ self_points }: AppraisableAnswer) => ({
  self: self_points.replace('.', ','),
  self_en: self_points,
});

const submissionChanged = ({ answer, place }: AppraisalRow): Finding =>
  makeFinding('SUBMISSION_CHANGED', place('appraised_points'), {}, answer.unit_id);

const appraisedSince = ({ place }: AppraisalRow, { appraised_by, points }: AppraisalRecord): Finding =>
  makeNumberFinding('APPRAISED_SINCE', place('appraised_points'), points ?? '0', { by: appraised_by });

function change({ answer, points, reason, place }: AppraisalRow): AppraisalChange {
  const { sheet, cell } = place('appraised_points');
  return { answer, points, reason, sheet: sheet ?? '', cell: cell ?? '' };
}
