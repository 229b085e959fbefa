import type { Scoreboard } from '../scoring/scoreboard.ts';

/** Of a release, what decides whether the front page may show it. */
export type FrontPageFacts = Pick<Scoreboard, 'closing_date' | 'unit_count' | 'submitted_count'> & {
  framework: Pick<Scoreboard['framework'], 'illustrative' | 'minimum_units_percent'>;
};

const defaultMinimumPercent = 50;

/** Not made up. A notice alone does not tell: it may be about anything. */
const isReal = ({ framework }: Pick<FrontPageFacts, 'framework'>): boolean => !framework.illustrative;

/**
 * Real, of a period that is over, and of enough of the group: a table of the first few would be quoted as the country's.
 *
 * @param today `YYYY-MM-DD` in Vietnam
 */
export const isFitForFrontPage = (facts: FrontPageFacts, today: string): boolean =>
  isReal(facts) && facts.closing_date < today && hasEnoughUnits(facts);

/** Multiplied out, because a share would have to be rounded. */
const hasEnoughUnits = ({ framework, unit_count, submitted_count }: FrontPageFacts): boolean =>
  submitted_count * 100 >= (framework.minimum_units_percent ?? defaultMinimumPercent) * unit_count;

/** One of the current releases: the newest that is fit, else the newest real one, else the newest. Null of none. */
export function chooseForFrontPage<Candidate extends { header: FrontPageFacts }>(
  newestFirst: Candidate[],
  today: string,
): Candidate | null {
  const fit = newestFirst.find(({ header }) => isFitForFrontPage(header, today));
  return fit ?? newestFirst.find(({ header }) => isReal(header)) ?? newestFirst[0] ?? null;
}
