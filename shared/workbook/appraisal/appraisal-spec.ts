import { identityOf, signAppraisal } from '../../submission/appraisal/appraisal-identity.ts';
import type { AppraisableAnswer, AppraisalRound } from '../../submission/appraisal/appraisal-round.ts';
import {
  type GivenFeedback,
  type StandingDecision,
  standingDecisions,
} from '../../submission/appraisal/appraised-unit.ts';
import { isOfBodies } from '../../submission/appraisal/own-bodies.ts';

/** All that an appraisal workbook is made of. The same spec gives the same bytes. */
export interface AppraisalSpec {
  round: AppraisalRound;
  /** `34 tỉnh, thành phố`: how the group is called. */
  group_name_vi: string;
  /** Bodies whose indicators it holds; null: all. */
  bodies: readonly string[] | null;
  /** Rows to write, in the order of the round. */
  rows: AppraisalRowSpec[];
  /** Fields of the hidden sheet, signature among them. */
  signed: Record<string, string>;
}

export interface AppraisalRowSpec {
  answer: AppraisableAnswer;
  /** The decision that holds, to be filled in; null: none. */
  decision: StandingDecision | null;
  /** What the unit answered to an appraisal of it; null: nothing. */
  feedback: (GivenFeedback & { is_of_these_figures: boolean }) | null;
}

export interface AppraisalFor {
  group_name_vi: string;
  /** One unit only, so that a large group can be shared out. */
  unitId?: string | undefined;
  bodies?: readonly string[] | null;
}

/** The spec for what stands in a round, narrowed to a unit and to bodies. It is signed for the whole round all the same. */
export function specifyAppraisal(
  round: AppraisalRound,
  { group_name_vi, unitId, bodies = null }: AppraisalFor,
  signingKey: Uint8Array,
): AppraisalSpec {
  const answers = round.answers.filter(
    ({ unit_id, indicator }) => (unitId === undefined || unit_id === unitId) && isOfBodies(indicator, bodies),
  );
  return {
    round,
    group_name_vi,
    bodies,
    rows: specifyRows(round, answers),
    signed: signAppraisal(identityOf(round), signingKey),
  };
}

function specifyRows({ units }: AppraisalRound, answers: AppraisableAnswer[]): AppraisalRowSpec[] {
  const standing = new Map(
    [...units.values()].map((unit) => [unit.unit_id, standingDecisions(unit.decisions, unit.figures_sha256)]),
  );
  return answers.map((answer) => {
    const { indicator } = answer.indicator;
    const given = units.get(answer.unit_id)?.feedback.get(indicator);
    const is_of_these_figures = given?.figures_sha256 === units.get(answer.unit_id)?.figures_sha256;
    return {
      answer,
      decision: standing.get(answer.unit_id)?.get(indicator) ?? null,
      feedback: given ? { ...given, is_of_these_figures } : null,
    };
  });
}
