import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { LogLine } from './log-line.ts';
import { placeOf } from './read-log.ts';

export interface LogPage extends PeriodOf {
  /** The last first. */
  entries: LogLine[];
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

const perPage = 200;

/** A page of the log. The cursor is a place and not a count: what is entered meanwhile moves nothing. */
export function logPage({ group, period }: PeriodOf, lines: readonly LogLine[], cursor: string | undefined): LogPage {
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8');
  const rest = after === null ? lines : lines.filter((line) => placeOf(line) < after);
  const entries = rest.slice(0, perPage);
  const last = entries.at(-1);
  const isMore = last !== undefined && rest.length > entries.length;
  return { group, period, entries, next: isMore ? Buffer.from(placeOf(last)).toString('base64url') : null };
}
