import type { Framework } from '../frameworks/framework.ts';
import type { Bucket } from '../lake/objects.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readPeriod, readUnit } from '../ledger/read-ledger.ts';
import { type Accepted, acceptedBefore, isAccepted, standingOf } from '../ledger/standing.ts';
import { type Period, parsePeriod } from '../periods/period.ts';
import { readFigures } from './figures-document.ts';
import type { UnitPeriod } from './released-figures.ts';
import type { Observation } from './submission.ts';

/** What a unit declared for one period. */
export interface AcceptedFigures {
  period: Period;
  observations: Pick<Observation, 'indicator' | 'input' | 'value'>[];
}

interface Deps {
  lake: Bucket;
  ledger: Ledger;
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

/** The figures of a unit that count in a period; null: there are none, or the period was collected by another framework. */
export async function readAcceptedFigures(
  of: UnitPeriod,
  framework: Framework,
  deps: Deps,
): Promise<AcceptedFigures | null> {
  const current = await readCountedFigures(of, deps);
  if (current?.framework_id !== framework.framework_id) return null;
  return { period: parsePeriod(of.period), observations: current.observations };
}

interface CountedFigures {
  observations: Observation[];
  framework_id: string;
}

/** What counts for a unit in a period. */
async function readCountedFigures(of: UnitPeriod, { lake, ledger }: Deps): Promise<CountedFigures | null> {
  const period = await readPeriod(ledger, of);
  const { current } = period ? standingOf(await readUnit(ledger, of), period, of.unit_id) : { current: null };
  if (!period || !current || !isAccepted(current)) return null;
  const { observations } = await readFigures(lake, of, current.answer.figures_sha256);
  return { observations, framework_id: period.terms.framework_id };
}

/** What the unit sent last of what was accepted, whether it counts yet or not, with the receipt it came by. */
export async function readNewestFigures(
  of: UnitPeriod,
  { lake, ledger }: Deps,
): Promise<{ receipt: Accepted; observations: Observation[] } | null> {
  const receipt = acceptedBefore(await readUnit(ledger, of), Number.POSITIVE_INFINITY);
  if (!receipt) return null;
  const { observations } = await readFigures(lake, of, receipt.answer.figures_sha256);
  return { receipt, observations };
}
