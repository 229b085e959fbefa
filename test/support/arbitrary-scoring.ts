import fc from 'fast-check';
import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import type {
  AnswerState,
  FrozenAnswer,
  FrozenAppraisal,
  FrozenUnit,
  ScoringInputs,
} from '../../shared/scoring/scores.ts';
import { arbitraryAnswer, type DrawnAnswer } from './arbitrary-answer.ts';
import { arbitraryFramework } from './arbitrary-framework.ts';

interface DrawnUnit {
  submitted: boolean;
  ranked: boolean;
  /** Every answer of the unit in one state; null: each its own. */
  everywhere: AnswerState | null;
  /** Answers like the unit drawn before it, so that values tie. */
  isTwin: boolean;
  answers: DrawnAnswer[];
}

/** A round that nobody chose: any framework, up to six units, every rule, state, appraisal and extreme. */
export const arbitraryCase = (): fc.Arbitrary<ScoringInputs> =>
  arbitraryFramework().chain((framework) =>
    fc
      .record({ units: fc.array(arbitraryUnit(framework), { maxLength: 6 }), reversed: fc.boolean() })
      .map(({ units, reversed }) => assemble(framework, units, reversed)),
  );

const arbitraryUnit = (framework: Framework): fc.Arbitrary<DrawnUnit> =>
  fc.record({
    submitted: fc.constantFrom(true, true, true, true, false),
    ranked: fc.constantFrom(true, true, true, true, false),
    everywhere: fc.oneof(
      { weight: 8, arbitrary: fc.constant(null) },
      fc.constantFrom<AnswerState>('not_answered', 'not_applicable', 'not_due'),
    ),
    isTwin: fc.constantFrom(false, false, false, true),
    answers: fc.tuple(...framework.indicators.map((indicator) => arbitraryAnswer(framework, indicator))),
  });

function assemble(framework: Framework, drawn: DrawnUnit[], reversed: boolean): ScoringInputs {
  const rows = drawn
    .map((unit, n) => (unit.isTwin && n > 0 ? { ...unit, answers: drawn[n - 1]!.answers } : unit))
    .map((unit, n) => unitRows(framework, unit, `U${n}`));
  const inputs = {
    units: rows.map(({ unit }) => unit),
    observations: rows.flatMap(({ observations }) => observations),
    answers: rows.flatMap(({ answers }) => answers),
    appraisals: rows.flatMap(({ appraisals }) => appraisals),
  };
  if (!reversed) return { framework, ...inputs };
  return {
    framework,
    units: inputs.units.toReversed(),
    observations: inputs.observations.toReversed(),
    answers: inputs.answers.toReversed(),
    appraisals: inputs.appraisals.toReversed(),
  };
}

function unitRows({ indicators }: Framework, { submitted, ranked, everywhere, answers }: DrawnUnit, unitId: string) {
  const unit: FrozenUnit = { unit_id: unitId, name_vi: `Đơn vị ${unitId}`, submitted, ranked };
  if (!submitted) return { unit, observations: [], answers: [], appraisals: [] };
  const given = indicators.map((indicator, n) => {
    const answer = answers[n]!;
    return { indicator, ...answer, state: everywhere ?? answer.state };
  });
  return {
    unit,
    observations: given.flatMap((answer) => figuresOf(unitId, answer)),
    answers: given.flatMap((answer) => stateOf(unitId, answer)),
    appraisals: given.flatMap((answer) => appraisalOf(unitId, answer)),
  };
}

type Given = DrawnAnswer & { indicator: Indicator };

function figuresOf(unit_id: string, { indicator, state, keepsFigures, values }: Given): ScoringInputs['observations'] {
  if (!indicator.assessed || (state !== 'answered' && state !== 'carried' && !keepsFigures)) return [];
  return indicator.inputs.map(({ input }, n) => ({
    unit_id,
    indicator: indicator.indicator,
    input,
    value: values[n]!,
    submission_sha256: '0'.repeat(64),
    sheet: null,
    cell: null,
  }));
}

function stateOf(unit_id: string, { indicator, state }: Given): FrozenAnswer[] {
  if (state === 'answered' || !indicator.assessed) return [];
  return [{ unit_id, indicator: indicator.indicator, state, carried_from: state === 'carried' ? '2025' : null }];
}

function appraisalOf(unit_id: string, { indicator, appraised }: Given): FrozenAppraisal[] {
  if (appraised === null || !indicator.assessed) return [];
  return [{ unit_id, indicator: indicator.indicator, points: appraised, reason: 'Đối chiếu tài liệu' }];
}
