import type { Framework } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';
import { comparePeriodEnds, parsePeriod } from '../../periods/period.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { isPublishedName } from '../release-name.ts';

/** Of a release, what decides whether it may be compared. */
export type ComparedFacts = Pick<Scoreboard, 'release' | 'index' | 'group' | 'period' | 'derived_from'> & {
  framework: Pick<Scoreboard['framework'], 'framework_id'>;
};

/** The later side: its framework says which others are comparable. */
export type LaterFacts = Pick<ComparedFacts, 'index' | 'group' | 'period'>;

/** Why the earlier release may not be compared with the later one; null: it may. */
export function findIncomparability(later: LaterFacts, framework: Framework, earlier: ComparedFacts): Fault | null {
  const of = `${later.index}/${later.group}/${later.period} and ${earlier.release}`;
  if (later.index !== earlier.index) return new Fault('CHANGE_ACROSS_INDICES', `${of} are of two indices`);
  if (later.group !== earlier.group)
    return new Fault('CHANGE_ACROSS_GROUPS', `${of} rank two different groups: their ranks have nothing in common`);
  if (isPublishedName(earlier.release))
    return new Fault('CHANGE_AGAINST_PUBLISHED', `${earlier.release} was published elsewhere and cannot be recomputed`);
  if (earlier.derived_from !== null)
    return new Fault('CHANGE_AGAINST_DERIVED', `${earlier.release} is derived from ${earlier.derived_from}`);
  if (!comparableIds(framework).includes(earlier.framework.framework_id))
    return new Fault(
      'CHANGE_ACROSS_FRAMEWORKS',
      `${of}: ${framework.framework_id} does not declare itself comparable with ${earlier.framework.framework_id}`,
    );
  if (comparePeriodEnds(parsePeriod(earlier.period), parsePeriod(later.period)) >= 0)
    return new Fault('CHANGE_AGAINST_LATER', `${of}: the period of the second does not end before the first`);
  return null;
}

const comparableIds = ({ framework_id, comparable_with = [] }: Framework) => [framework_id, ...comparable_with];

/** Throws the fault that names why not. */
export function requireComparable(later: LaterFacts, framework: Framework, earlier: ComparedFacts): void {
  const fault = findIncomparability(later, framework, earlier);
  if (fault) throw fault;
}
