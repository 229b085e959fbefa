import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import { namesOf } from '../../shared/identity/people.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { LogLine } from './log-line.ts';
import { placeOf } from './read-log.ts';

export interface LogPage extends PeriodOf {
  /** The last first. */
  entries: LogLine[];
  /** What the people among them are called, by id; to a unit nobody is called anything. */
  names: Record<string, string>;
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

const perPage = 200;

/** A page of the log. The cursor is a place and not a count: what is entered meanwhile moves nothing. */
export async function logPage(
  { group, period }: PeriodOf,
  { lines, cursor }: { lines: readonly LogLine[]; cursor: string | undefined },
  caller: Caller,
  table: ScoreTable,
): Promise<LogPage> {
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8');
  const rest = after === null ? lines : lines.filter((line) => placeOf(line) < after);
  const entries = rest.slice(0, perPage);
  const last = entries.at(-1);
  const isMore = last !== undefined && rest.length > entries.length;
  const names = isUnitRole(caller.role) ? {} : await namesOf(table, peopleIn(entries));
  return { group, period, entries, names, next: isMore ? Buffer.from(placeOf(last)).toString('base64url') : null };
}

const peopleIn = (entries: readonly LogLine[]) => entries.map(({ subject }) => subject);
