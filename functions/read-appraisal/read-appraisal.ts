import Big from 'big.js';
import { enterUnit } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { isUnclosedFor } from '../../shared/ledger/standing.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { AnswerState } from '../../shared/scoring/scores.ts';
import type { AppraisableAnswer } from '../../shared/submission/appraisal/appraisal-round.ts';
import {
  type AppraisedUnit,
  type StandingDecision,
  standingDecisions,
} from '../../shared/submission/appraisal/appraised-unit.ts';
import { readAppraisalRound } from '../../shared/submission/appraisal/read-appraisal-round.ts';

export interface ReadAppraisalDeps {
  lake: Bucket;
  table: ScoreTable;
  ledger: Ledger;
}

export interface UnitAppraisal extends UnitOf {
  /** The period is not closed for the unit: points may change, and the unit may answer. */
  open: boolean;
  /** Of the figures that the points are of; null: none of the unit's count. */
  figures_sha256: string | null;
  /** What counts in the unit's maximum, in the framework's order. */
  indicators: AppraisedIndicator[];
}

/** Offices and times, no persons: a unit argues with what was decided, not with who did. */
export interface AppraisedIndicator {
  indicator: string;
  name_vi: string;
  name_en: string;
  /** Who verifies it; null: the framework names nobody. */
  body_vi: string | null;
  max_points: string;
  state: AnswerState;
  self_points: string;
  /** Of the decision that holds; null: there is none. */
  appraised_points: string | null;
  /** Appraised less self; null: there is no decision. */
  difference: string | null;
  reason: string | null;
  decided_at: string | null;
  /** Period that carried figures are of; null unless carried. */
  carried_from: string | null;
  /** What they were appraised at then, which counts while there is no decision; null: they were not. */
  carried_points: string | null;
  /** What the unit answered; null: nothing yet. */
  feedback: { text_vi: string; evidence_vi: string | null; at: string } | null;
  /** It may answer now: there is a decision, no answer yet, and the period is open for it. */
  may_answer: boolean;
}

/** How a unit stands in the appraisal, with the reasons. */
export async function readAppraisal(of: UnitOf, caller: Caller, deps: ReadAppraisalDeps): Promise<UnitAppraisal> {
  const { group, period, unit_id } = of;
  const state = await enterUnit(caller, of, deps.ledger, 'officer', 'certifier', 'appraiser', 'publisher');
  const { units, answers } = await readAppraisalRound(of, state, deps, unit_id);
  const unit = units.get(unit_id);
  return {
    group,
    period,
    unit_id,
    open: isUnclosedFor(state, unit_id),
    figures_sha256: unit?.figures_sha256 ?? null,
    indicators: unit ? describe(unit, answers) : [],
  };
}

function describe(unit: AppraisedUnit, answers: AppraisableAnswer[]): AppraisedIndicator[] {
  const standing = standingDecisions(unit.decisions, unit.figures_sha256);
  return answers.map(({ indicator, state, self_points, carried_from, carried_points }) => {
    const decision = standing.get(indicator.indicator) ?? null;
    const given = unit.feedback.get(indicator.indicator);
    return {
      indicator: indicator.indicator,
      name_vi: indicator.name_vi,
      name_en: indicator.name_en,
      body_vi: indicator.verified_by_vi ?? null,
      max_points: indicator.max_points,
      state,
      self_points,
      ...appraised(decision, self_points),
      carried_from,
      carried_points,
      feedback: given ? { text_vi: given.text_vi, evidence_vi: given.evidence_vi, at: given.at } : null,
      may_answer: unit.open && decision !== null && given === undefined,
    };
  });
}

const appraised = (decision: StandingDecision | null, selfPoints: string) => ({
  appraised_points: decision?.points ?? null,
  difference: decision ? new Big(decision.points).minus(selfPoints).toFixed() : null,
  reason: decision?.reason ?? null,
  decided_at: decision?.at ?? null,
});
