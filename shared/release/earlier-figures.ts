import type { Bucket } from '../lake/objects.ts';
import { parsePeriod } from '../periods/period.ts';
import type { EarlierFigures } from '../scoring/answer-states.ts';
import { readPreviousInputs } from './previous-release.ts';
import type { SelectedPrevious } from './selection.ts';

/** By unit. Only a quarter carries values, and only from the same framework: another's figures answer other questions. */
export async function readEarlierFigures(
  { period, framework_id }: { period: string; framework_id: string },
  previous: SelectedPrevious | null,
  lake: Bucket,
): Promise<(unitId: string) => EarlierFigures | null> {
  if (!previous || parsePeriod(period).quarter === null) return () => null;
  const inputs = await readPreviousInputs(previous, lake);
  if (inputs.framework.framework_id !== framework_id) return () => null;
  const observations = Map.groupBy(inputs.observations, ({ unit_id }) => unit_id);
  const answers = Map.groupBy(inputs.answers, ({ unit_id }) => unit_id);
  return (unitId) => ({
    period: inputs.period,
    observations: observations.get(unitId) ?? [],
    answers: answers.get(unitId) ?? [],
  });
}
