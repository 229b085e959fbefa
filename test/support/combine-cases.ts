import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import type { ScoringInputs } from '../../shared/scoring/scores.ts';

/**
 * Puts cases side by side into rounds, because the engine plans a statement for longer than it scores a case. Indicators
 * of another case are not due for a unit, so they leave its maximum: its points, S and M stay what they were alone. What
 * is said once for a framework (decimals of values, minimum share, whether there is a total) is that of the first case.
 */
export function combineCases(cases: ScoringInputs[], size: number): ScoringInputs[] {
  const alike = Object.groupBy(cases, ({ framework }) => framework.points_decimals);
  return Object.values(alike).flatMap((group = []) =>
    Array.from({ length: Math.ceil(group.length / size) }, (_, n) => combine(group.slice(n * size, (n + 1) * size))),
  );
}

function combine(cases: ScoringInputs[]): ScoringInputs {
  const renamed = cases.map((one, n) => rename(one, `c${String(n).padStart(3, '0')}_`));
  const frameworks = renamed.map(({ framework }) => framework);
  const framework: Framework = {
    ...frameworks[0]!,
    main_indices: frameworks.flatMap(({ main_indices }) => main_indices),
    pillars: frameworks.flatMap(({ pillars }) => pillars),
    indicators: frameworks.flatMap(({ indicators }) => indicators),
  };
  return {
    framework,
    units: renamed.flatMap(({ units }) => units),
    observations: renamed.flatMap(({ observations }) => observations),
    answers: [...renamed.flatMap(({ answers = [] }) => answers), ...othersNotDue(renamed)],
    appraisals: renamed.flatMap(({ appraisals = [] }) => appraisals),
  };
}

function othersNotDue(cases: ScoringInputs[]): NonNullable<ScoringInputs['answers']> {
  const assessed = cases.map(({ framework }) => framework.indicators.filter((one) => one.assessed));
  return cases.flatMap(({ units }, own) => {
    const others = assessed.flatMap((indicators, n) => (n === own ? [] : indicators));
    return units
      .filter(({ submitted }) => submitted)
      .flatMap(({ unit_id }) => others.map((one) => notDue(unit_id, one)));
  });
}

const notDue = (unit_id: string, { indicator }: Indicator) =>
  ({ unit_id, indicator, state: 'not_due', carried_from: null }) as const;

function rename({ framework, units, ...rows }: ScoringInputs, prefix: string): ScoringInputs {
  const codes = (names: string[]) => names.map((name) => prefix + name);
  const row = <Row extends { unit_id: string; indicator: string }>(one: Row): Row => ({
    ...one,
    unit_id: prefix + one.unit_id,
    indicator: prefix + one.indicator,
  });
  return {
    framework: {
      ...framework,
      main_indices: framework.main_indices.map((one) => ({ ...one, main_index: prefix + one.main_index })),
      pillars: framework.pillars.map((one) => ({
        ...one,
        pillar: prefix + one.pillar,
        main_indices: codes(one.main_indices),
      })),
      indicators: framework.indicators.map((one) => ({
        ...one,
        indicator: prefix + one.indicator,
        main_index: prefix + one.main_index,
      })),
    },
    units: units.map((unit) => ({ ...unit, unit_id: prefix + unit.unit_id })),
    observations: rows.observations.map(row),
    answers: (rows.answers ?? []).map(row),
    appraisals: (rows.appraisals ?? []).map(row),
  };
}
