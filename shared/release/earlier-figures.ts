import type { Framework } from '../frameworks/framework.ts';
import type { Bucket } from '../lake/objects.ts';
import { parsePeriod } from '../periods/period.ts';
import type { EarlierFigures } from '../scoring/answer-states.ts';
import type { FrozenInputs } from './frozen-inputs.ts';
import { readPreviousInputs } from './previous-release.ts';
import { readSelection } from './run-files.ts';
import type { SelectedPrevious } from './selection.ts';

/**
 * By unit, of the last release it has a part in: a unit that left out a quarter must not be rid of what it declared for the
 * year. Only a quarter carries values, and only from the same framework: another's figures answer other questions.
 */
export async function readEarlierFigures(
  framework: Framework,
  period: string,
  previous: SelectedPrevious | null,
  lake: Bucket,
): Promise<(unitId: string) => EarlierFigures | null> {
  if (!previous || isYear(period)) return () => null;
  const rounds = await readRounds(previous, lake);
  const same = rounds.filter((round) => round.framework.framework_id === framework.framework_id);
  const figures = same.map((round) => figuresOf(round, framework));
  return (unitId) => figures.map((of) => of(unitId)).find((found) => found !== null) ?? null;
}

const isYear = (period: string) => parsePeriod(period).quarter === null;

/** Latest first, back to the last year, which asked for everything: four at most, however long the history. */
async function readRounds(previous: SelectedPrevious, lake: Bucket): Promise<FrozenInputs[]> {
  const round = await readPreviousInputs(previous, lake);
  if (isYear(round.period)) return [round];
  const before = (await readSelection(lake, previous.run_id)).previous;
  return [round, ...(before ? await readRounds(before, lake) : [])];
}

/** Appraised points count only out of the same maximum. */
function figuresOf(round: FrozenInputs, { indicators }: Framework): (unitId: string) => EarlierFigures | null {
  const present = new Map(indicators.map(({ indicator, max_points }) => [indicator, max_points]));
  const kept = new Set(
    round.framework.indicators.flatMap((one) => (present.get(one.indicator) === one.max_points ? [one.indicator] : [])),
  );
  const submitted = new Set(round.units.filter((unit) => unit.submitted).map(({ unit_id }) => unit_id));
  const observations = Map.groupBy(round.observations, ({ unit_id }) => unit_id);
  const answers = Map.groupBy(round.answers, ({ unit_id }) => unit_id);
  const appraisals = Map.groupBy(round.appraisals, ({ unit_id }) => unit_id);
  return (unitId) =>
    submitted.has(unitId)
      ? {
          period: round.period,
          observations: observations.get(unitId) ?? [],
          answers: answers.get(unitId) ?? [],
          appraisals: (appraisals.get(unitId) ?? []).filter(({ indicator }) => kept.has(indicator)),
        }
      : null;
}
