import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import type { AnswerState, ScoringInputs } from '../../shared/scoring/scores.ts';

/** What a test says of an indicator; the rest does not matter to it. */
export type IndicatorSketch = Pick<Indicator, 'rule'> & Partial<Indicator>;

/** Figures by input, and what is not plainly an answer. */
export interface AnswerSketch {
  figures?: Record<string, string>;
  state?: AnswerState;
  appraised?: string;
}

/** Unit → indicator → answer. */
export type UnitSketches = Record<string, Record<string, AnswerSketch>>;

/** A framework of one main index `main` (unless an indicator names another), indicators worth 10 points each. */
export function sketchFramework(
  indicators: Record<string, IndicatorSketch>,
  change: Partial<Framework> = {},
): Framework {
  const named = (name: string) => ({ name_vi: name, name_en: name });
  const all = Object.entries(indicators).map(([indicator, sketch]) => ({
    ...{ indicator, main_index: 'main', ...named(indicator), unit_of_measure_vi: '', max_points: '10' },
    ...{ assessed: true, evidence_required: false, inputs: [] },
    ...sketch,
  }));
  return {
    ...{ framework_id: 'sketch', version: '1', index: 'dti', title_vi: '', title_en: '', note_vi: '' },
    legal_reference: { title_vi: '', number: '', issued: '2026', url: 'https://example.org' },
    ...{ illustrative: true, groups: ['province34'], decimals: 4, points_decimals: 4, rounding: 'half-up' },
    ...{ ties: 'shared-minimum', successor_rule: 'mean-of-predecessors', total_published: true },
    total: named('dti'),
    main_indices: [...new Set(all.map(({ main_index }) => main_index))].map((code) => ({
      main_index: code,
      ...named(code),
    })),
    pillars: [],
    indicators: all,
    sha256: '0'.repeat(64),
    ...change,
  };
}

/** A round of that framework in which these units submitted, all of them ranked. */
export function sketchRound(framework: Framework, units: UnitSketches): ScoringInputs {
  const rows = Object.entries(units).flatMap(([unit_id, answers]) =>
    Object.entries(answers).map(([indicator, answer]) => ({ unit_id, indicator, answer })),
  );
  return {
    framework,
    units: Object.keys(units).map((unit_id) => ({ unit_id, name_vi: unit_id, submitted: true, ranked: true })),
    observations: rows.flatMap(({ answer, ...row }) =>
      Object.entries(answer.figures ?? {}).map(([input, value]) => ({
        ...row,
        ...{ input, value, submission_sha256: '0'.repeat(64), sheet: null, cell: null },
      })),
    ),
    answers: rows.flatMap(({ answer: { state }, ...row }) =>
      state && state !== 'answered' ? [{ ...row, state, carried_from: state === 'carried' ? '2025' : null }] : [],
    ),
    appraisals: rows.flatMap(({ answer: { appraised }, ...row }) =>
      appraised === undefined ? [] : [{ ...row, points: appraised, reason: null }],
    ),
  };
}
