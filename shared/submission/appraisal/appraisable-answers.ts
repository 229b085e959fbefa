import type { Framework } from '../../frameworks/framework.ts';
import { lastDayOf, parsePeriod } from '../../periods/period.ts';
import { type EarlierFigures, stateAnswers } from '../../scoring/answer-states.ts';
import { scoreReference } from '../../scoring/reference/score-reference.ts';
import type { FrozenObservation, IndicatorPoints } from '../../scoring/scores.ts';
import { nameOn } from '../../units/registry.ts';
import type { Unit } from '../../units/unit.ts';
import { shownEvidence } from '../evidence/evidence-of-cell.ts';
import type { FiguresDocument } from '../figures-document.ts';
import type { Observation } from '../submission.ts';
import { canonicalDecimal } from '../values/decimal-text.ts';
import type { AppraisableAnswer } from './appraisal-round.ts';

export interface DeclaredRound {
  group: string;
  period: string;
  framework: Framework;
  /** Of the group in the period. */
  members: Unit[];
  /** The figures that count, of each unit that has some. */
  documents: FiguresDocument[];
  /** Of a unit, for what is not due in the period. */
  earlier: (unitId: string) => EarlierFigures | null;
}

/** What may be appraised: every indicator that counts, with what its figures earn by the scorer of previews. */
export function appraisableAnswers(round: DeclaredRound): AppraisableAnswer[] {
  const documents = new Map(round.documents.map((document) => [document.unit_id, document]));
  const stated = statedInputs(round);
  const { indicator_points } = scoreReference(stated);
  const figures = Map.groupBy(stated.observations, keyOf);
  const carriedFrom = new Map(stated.answers.map((answer) => [keyOf(answer), answer.carried_from]));
  const carriedPoints = new Map(stated.appraisals.map((appraisal) => [keyOf(appraisal), appraisal.points]));
  const units = new Map(round.members.map((unit) => [unit.unit_id, unit]));
  const indicators = new Map(round.framework.indicators.map((indicator) => [indicator.indicator, indicator]));
  const day = lastDayOf(parsePeriod(round.period));
  return indicator_points.flatMap((row) => {
    if (row.self_points === null) return [];
    const document = documents.get(row.unit_id)!;
    return {
      unit_id: row.unit_id,
      unit_name_vi: nameOn(units.get(row.unit_id)!, day).name_vi,
      indicator: indicators.get(row.indicator)!,
      state: row.state,
      carried_from: carriedFrom.get(keyOf(row)) ?? null,
      carried_points: carriedPoints.get(keyOf(row)) ?? null,
      figures: (figures.get(keyOf(row)) ?? []).map(({ input, value }) => ({ input, value })),
      evidence: evidenceOf(document.observations, row),
      self_points: canonicalDecimal(row.self_points),
    };
  });
}

const keyOf = ({ unit_id, indicator }: { unit_id: string; indicator: string }) => `${unit_id}#${indicator}`;

/** What the reference scorer takes: every unit's figures that count, with a state for each indicator. */
function statedInputs({ group, period, framework, members, documents, earlier }: DeclaredRound) {
  const stated = documents.map(({ unit_id, observations }) =>
    stateAnswers(framework, {
      unit_id,
      group,
      period,
      observations: observations.map(toFrozen),
      earlier: earlier(unit_id),
    }),
  );
  const submitted = new Set(documents.map(({ unit_id }) => unit_id));
  return {
    framework,
    units: members.map(({ unit_id, name_vi }) => ({
      unit_id,
      name_vi,
      submitted: submitted.has(unit_id),
      ranked: false,
    })),
    observations: stated.flatMap(({ observations }) => observations),
    answers: stated.flatMap(({ answers }) => answers),
    appraisals: stated.flatMap(({ appraisals }) => appraisals),
  };
}

const toFrozen = ({ evidence, evidence_records, note, row, corrects, ...rest }: Observation): FrozenObservation => rest;

/** What was written beside the figures of an indicator, each text once. */
function evidenceOf(observations: Observation[], { indicator }: IndicatorPoints): string {
  const own = observations.filter((observation) => observation.indicator === indicator);
  return [...new Set(own.flatMap((one) => [shownEvidence(one), one.note]))].filter((text) => text).join('; ');
}
