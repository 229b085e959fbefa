import type { Framework } from '../../shared/frameworks/framework.ts';
import type { AppraisalCode } from '../../shared/submission/appraisal/appraisal-layout.ts';
import type { AppraisableAnswer } from '../../shared/submission/appraisal/appraisal-round.ts';
import { foreignIndicator } from '../../shared/submission/appraisal/judge-rows.ts';
import { isOfBodies } from '../../shared/submission/appraisal/own-bodies.ts';
import { type AppraisalRow, asPoints } from '../../shared/submission/appraisal/read-appraisal-rows.ts';
import { makeFinding, type Place } from '../../shared/submission/finding.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { readNumber } from '../../shared/submission/values/read-number.ts';
import type { StatedDecision } from './decisions-body.ts';

export interface Stated {
  /** As a row of a workbook would say it. */
  rows: AppraisalRow[];
  questions: AskedQuestion[];
  findings: Finding[];
}

export interface AskedQuestion {
  indicator: string;
  text_vi: string;
  answer_by: string;
}

export interface StatedOf {
  answers: readonly AppraisableAnswer[];
  framework: Framework;
  bodies: readonly string[] | null;
}

/** Fields of a decision by what a workbook calls them. */
const fields: Partial<Record<AppraisalCode, string>> = { appraised_points: 'points', reason: 'reason_vi' };

const placeAt =
  (index: number) =>
  (code: AppraisalCode): Place => ({ sheet: null, cell: null, row: index + 1, field: fields[code] ?? code });

/** Decisions as rows, so that they are judged by what judges a workbook's. */
export function readStated(decisions: readonly StatedDecision[], of: StatedOf): Stated {
  const stated: Stated = { rows: [], questions: [], findings: [] };
  const known = new Map(of.answers.map((answer) => [answer.indicator.indicator, answer]));
  const first = new Map<string, number>();
  for (const [index, decision] of decisions.entries()) {
    const { indicator } = decision;
    const answer = known.get(indicator);
    const place = placeAt(index)('indicator');
    const other = first.get(indicator);
    if (!answer) stated.findings.push(makeFinding('APPRAISAL_ROW_UNKNOWN', place, {}, indicator));
    else if (other !== undefined)
      stated.findings.push(makeFinding('ROW_DUPLICATE', place, { other_row: `${other + 1}`, figure: '' }, indicator));
    else readOne(decision, { index, answer }, of, stated);
    if (other === undefined) first.set(indicator, index);
  }
  return stated;
}

interface At {
  index: number;
  answer: AppraisableAnswer;
}

function readOne(decision: StatedDecision, at: At, of: StatedOf, stated: Stated): void {
  const row = rowOf(decision, at, of.framework);
  if (decision.decision !== 'ask') {
    stated.rows.push(row);
    return;
  }
  if (!isOfBodies(at.answer.indicator, of.bodies)) stated.findings.push(foreignIndicator(row));
  const { indicator, reason_vi: text_vi, answer_by } = decision;
  stated.questions.push({ indicator, text_vi, answer_by });
}

function rowOf(decision: StatedDecision, { index, answer }: At, framework: Framework): AppraisalRow {
  const place = placeAt(index);
  const points = pointsOf(decision, answer, { place: place('appraised_points'), framework });
  const reason = 'reason_vi' in decision ? (decision.reason_vi ?? '') : '';
  return { answer, ...points, reason, row: index + 1, hidden: false, place };
}

type Points = Pick<AppraisalRow, 'points' | 'blank' | 'findings'>;

function pointsOf(
  decision: StatedDecision,
  answer: AppraisableAnswer,
  { place, framework }: { place: Place; framework: Framework },
): Points {
  switch (decision.decision) {
    case 'keep':
      return { points: answer.self_points, blank: false, findings: [] };
    case 'reject':
      return { points: '0', blank: false, findings: [] };
    case 'points': {
      const text = { kind: 'text', text: decision.points, rich: false } as const;
      const read = readNumber(text, { ...asPoints(answer, framework), place, notation: 'form' });
      return { points: read.value, blank: read.blank, findings: read.findings };
    }
    default:
      return { points: null, blank: true, findings: [] };
  }
}
