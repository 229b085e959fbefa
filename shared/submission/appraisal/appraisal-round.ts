import type { Framework, Indicator } from '../../frameworks/framework.ts';
import type { AnswerState } from '../../scoring/scores.ts';
import type { AppraisedUnit } from './appraised-unit.ts';

/** All that can be appraised in a group's period now, and what has been. */
export interface AppraisalRound {
  group: string;
  period: string;
  framework: Framework;
  /** By unit, then in the framework's order. */
  answers: AppraisableAnswer[];
  /** Units with figures that count, by unit_id. */
  units: ReadonlyMap<string, AppraisedUnit>;
}

/** An indicator that counts in the unit's maximum, with what its own figures earn. */
export interface AppraisableAnswer {
  unit_id: string;
  unit_name_vi: string;
  indicator: Indicator;
  state: AnswerState;
  /** Period the figures were declared for; null unless carried. */
  carried_from: string | null;
  /** What these were appraised at then, which counts until there is another decision; null: they were not. */
  carried_points: string | null;
  figures: { input: string; value: string }[];
  /** What the unit wrote as evidence. */
  evidence: string;
  /** Canonical decimal. */
  self_points: string;
}
