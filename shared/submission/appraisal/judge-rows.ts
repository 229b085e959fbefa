import { timeInVietnam } from '../../format/format-date.ts';
import { makeFinding, makeNumberFinding, namesOf } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { compareDecimals } from '../values/decimal-text.ts';
import type { AppraisalIdentity } from './appraisal-identity.ts';
import type { AppraisableAnswer } from './appraisal-round.ts';
import { type AppraisedUnit, type StandingDecision, standingDecisions } from './appraised-unit.ts';
import { isOfBodies } from './own-bodies.ts';
import type { AppraisalRow } from './read-appraisal-rows.ts';

/** A decision that a workbook changes. */
export interface AppraisalChange {
  answer: AppraisableAnswer;
  /** Canonical decimal; null: the decision that stood is withdrawn. */
  points: string | null;
  reason: string;
  sheet: string;
  cell: string;
}

export interface Judged {
  findings: Finding[];
  changes: AppraisalChange[];
}

export interface JudgedBy {
  /** What the workbook was made from. */
  identity: AppraisalIdentity;
  /** Bodies that its sender appraises for; null: all. */
  bodies: readonly string[] | null;
}

/**
 * What the rows of a unit change of it as it stands. A row says what it changes of what was filled in when the workbook was
 * issued: a decision that somebody else recorded meanwhile is not undone by a row nobody touched, and a row that states
 * what stands says nothing.
 */
export function judgeRows(rows: readonly AppraisalRow[], unit: AppraisedUnit, by: JudgedBy): Judged {
  const issued = by.identity.units.get(unit.unit_id);
  const { decisions, figures_sha256 } = unit;
  const standing = standingDecisions(decisions, figures_sha256);
  const filledIn = issued ? standingDecisions(decisions, issued.figures_sha256, issued.last_entry) : new Map();
  const judged = rows.map((row) => {
    const { indicator } = row.answer.indicator;
    return judgeRow(row, {
      before: filledIn.get(indicator),
      now: standing.get(indicator),
      isShown: issued?.figures_sha256 === figures_sha256,
      issuedAfter: issued?.last_entry ?? 0,
      isOwn: isOfBodies(row.answer.indicator, by.bodies),
    });
  });
  return {
    findings: judged.flatMap(({ findings }) => findings),
    changes: judged.flatMap(({ changes }) => changes),
  };
}

/** Decisions that were stated one by one, by somebody who looked at the figures named. */
export interface StatedBy {
  figures_sha256: string;
  /** Number of the chain's last entry that was looked at. */
  last_entry: number;
  bodies: readonly string[] | null;
}

/** What decisions change of a unit as it stands. Each was meant: there is nothing that was filled in and not touched. */
export function judgeStated(rows: readonly AppraisalRow[], unit: AppraisedUnit, by: StatedBy): Judged {
  const standing = standingDecisions(unit.decisions, unit.figures_sha256);
  const judged = rows.map((row) => {
    const now = standing.get(row.answer.indicator.indicator);
    return judgeRow(row, {
      // What is taken back is what stands.
      before: row.blank ? now : undefined,
      now,
      isShown: by.figures_sha256 === unit.figures_sha256,
      issuedAfter: by.last_entry,
      isOwn: isOfBodies(row.answer.indicator, by.bodies),
    });
  });
  return {
    findings: judged.flatMap(({ findings }) => findings),
    changes: judged.flatMap(({ changes }) => changes),
  };
}

interface Stood {
  /** Filled in when the workbook was issued. */
  before: StandingDecision | undefined;
  now: StandingDecision | undefined;
  /** The workbook shows the figures that count now. */
  isShown: boolean;
  issuedAfter: number;
  isOwn: boolean;
}

const nothing: Judged = { findings: [], changes: [] };

function judgeRow(row: AppraisalRow, stood: Stood): Judged {
  const { before, now, isShown, issuedAfter, isOwn } = stood;
  if (row.findings.some(({ severity }) => severity === 'error')) return { findings: row.findings, changes: [] };
  const isCleared = row.blank && row.reason === '';
  if (isCleared ? before === undefined || now?.number !== before.number : isSame(row, before)) return nothing;
  if (!isOwn) return { findings: [foreignIndicator(row)], changes: [] };
  if (isCleared) return { findings: [], changes: [change(row)] };
  const findings = [...row.findings, ...(isShown ? checkDecision(row) : [submissionChanged(row)])];
  if (isSame(row, now)) return { findings, changes: [] };
  const replaced = now && now.number > issuedAfter ? [appraisedSince(row, now)] : [];
  return { findings: [...findings, ...replaced], changes: [change(row)] };
}

const isSame = (row: AppraisalRow, decision: StandingDecision | undefined): boolean =>
  row.points !== null &&
  decision !== undefined &&
  compareDecimals(row.points, decision.points) === 0 &&
  row.reason === decision.reason;

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

/** When, and not by whom: an appraiser need not know whose sign-in it was to look at the row again. */
const appraisedSince = ({ place }: AppraisalRow, { points, at }: StandingDecision): Finding =>
  makeNumberFinding('APPRAISED_SINCE', place('appraised_points'), points, { at: timeInVietnam(at), at_en: at });

export const foreignIndicator = ({ answer: { indicator }, place }: AppraisalRow): Finding =>
  makeFinding(
    'APPRAISAL_OF_OTHER_BODY',
    place('appraised_points'),
    namesOf(indicator),
    indicator.verified_by_vi ?? indicator.indicator,
  );

function change({ answer, points, reason, place }: AppraisalRow): AppraisalChange {
  const { sheet, cell } = place('appraised_points');
  return { answer, points, reason, sheet: sheet ?? '', cell: cell ?? '' };
}
