import type { Framework } from '../../shared/frameworks/framework.ts';
import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import { namesOf } from '../../shared/identity/people.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { LogLine } from './log-line.ts';
import { placeOf } from './read-log.ts';

interface Asked extends PeriodOf {
  lines: readonly LogLine[];
  cursor: string | undefined;
}

/** Where what is called somehow is told of. */
interface Beside {
  caller: Caller;
  /** Of the period, asked for only where an indicator is to be named. */
  framework: () => Promise<Pick<Framework, 'indicators'>>;
  table: ScoreTable;
}

export interface LogPage extends PeriodOf {
  /** The last first. */
  entries: LogLine[];
  /** What the people among them are called, by id; to a unit nobody is called anything. */
  names: Record<string, string>;
  /** What the indicators among them are called, by code. */
  indicators: Record<string, { name_vi: string; name_en: string }>;
  /** To ask on with: `?cursor=…`; null: that was all. */
  next: string | null;
}

const perPage = 200;

/** A page of the log. The cursor is a place and not a count: what is entered meanwhile moves nothing. */
export async function logPage({ group, period, lines, cursor }: Asked, beside: Beside): Promise<LogPage> {
  const after = cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8');
  const rest = after === null ? lines : lines.filter((line) => placeOf(line) < after);
  const entries = rest.slice(0, perPage);
  const last = entries.at(-1);
  const isMore = last !== undefined && rest.length > entries.length;
  const names = isUnitRole(beside.caller.role) ? {} : await namesOf(beside.table, peopleIn(entries));
  const indicators = await indicatorsIn(entries, beside);
  return {
    group,
    period,
    entries,
    names,
    indicators,
    next: isMore ? Buffer.from(placeOf(last)).toString('base64url') : null,
  };
}

const peopleIn = (entries: readonly LogLine[]) => entries.map(({ subject }) => subject);

async function indicatorsIn(
  entries: readonly LogLine[],
  { framework }: Pick<Beside, 'framework'>,
): Promise<LogPage['indicators']> {
  const named = new Set(entries.flatMap(({ about }) => codesIn(about)));
  if (named.size === 0) return {};
  const { indicators } = await framework();
  const own = indicators.filter(({ indicator }) => named.has(indicator));
  return Object.fromEntries(own.map(({ indicator, name_vi, name_en }) => [indicator, { name_vi, name_en }]));
}

function codesIn(about: { indicator?: string; decided?: string[]; withdrawn?: string[] }): string[] {
  const { indicator, decided = [], withdrawn = [] } = about;
  return [...(indicator === undefined ? [] : [indicator]), ...decided, ...withdrawn];
}
