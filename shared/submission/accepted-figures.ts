import type { Framework } from '../frameworks/framework.ts';
import type { Bucket } from '../lake/objects.ts';
import { type Period, parsePeriod } from '../periods/period.ts';
import { readPeriod } from '../score-store/periods.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { currentSubmissions, readSubmissions } from '../score-store/submissions.ts';
import { readChecked } from './read-checked.ts';
import type { UnitPeriod } from './released-figures.ts';
import type { Observation } from './submission.ts';

/** What a unit declared for one period. */
export interface AcceptedFigures {
  period: Period;
  observations: Pick<Observation, 'indicator' | 'input' | 'value'>[];
}

interface Deps {
  lake: Bucket;
  table: ScoreTable;
}

/**
 * The unit's current accepted submissions of the quarters of a year, in order; a quarter without one is left out, as is
 * one that was collected by another framework. Of a quarter there are none.
 */
export async function readQuarterFigures(of: UnitPeriod, framework: Framework, deps: Deps): Promise<AcceptedFigures[]> {
  const { year, quarter } = parsePeriod(of.period);
  if (quarter !== null) return [];
  const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map((name) => ({ ...of, period: `${year}-${name}` }));
  const figures = await Promise.all(quarters.map((one) => readAcceptedFigures(one, framework, deps)));
  return figures.filter((one) => one !== null);
}

/** The unit's current accepted submission of a period; null: there is none, or the period was collected by another framework. */
export async function readAcceptedFigures(
  of: UnitPeriod,
  framework: Framework,
  { lake, table }: Deps,
): Promise<AcceptedFigures | null> {
  const opened = await readPeriod(table, of.group, of.period);
  if (opened?.framework_id !== framework.framework_id) return null;
  const records = await readSubmissions(table, of.group, of.period, of.unit_id);
  const current = currentSubmissions(records).get(of.unit_id);
  if (!current) return null;
  const { observations } = await readChecked(lake, current);
  return { period: parsePeriod(of.period), observations };
}
