import type { PeriodLine, PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { UnitSubmissions } from '../../../../read-submissions/read-submissions.ts';
import { askAhead, get } from '../../ask-ahead.ts';
import { latestFirst } from '../../parts/period-order.ts';
import type { Guessed } from '../../routes.ts';
import { submissionsPath } from './unit-path.ts';

/** A period with what the unit has sent in it. */
export interface PeriodWork {
  line: PeriodLine;
  own: UnitSubmissions;
  /** Of a closed period that is not released: what the unit may see of the result to come. */
  preview: PeriodView['preview'];
  /** And when it is to go public, UTC; null: that was not announced. */
  publicAt: string | null;
}

/** More than two years of quarters; what is older is in the list of releases. */
const mostPeriods = 9;

/** Periods of the unit, the newest end first. */
export const loadWork = (me: Guessed, signal: AbortSignal): Promise<PeriodWork[]> =>
  askWork(me, (path) => get(path, signal));

/** The same before the screen is there. */
export const workAhead = (_: unknown, me: Guessed): Promise<unknown> => askWork(me, askAhead);

type Ask = <Answer>(path: string) => Promise<Answer>;

async function askWork(me: Guessed, ask: Ask): Promise<PeriodWork[]> {
  const { periods } = await ask<{ periods: PeriodLine[] }>('/v1/me/periods');
  const newest = [...periods].sort(latestFirst).slice(0, mostPeriods);
  return Promise.all(
    newest.map(async (line) => ({
      line,
      own: await ask<UnitSubmissions>(submissionsPath(line, me)),
      ...(await readComing(line, ask)),
    })),
  );
}

async function readComing(line: PeriodLine, ask: Ask): Promise<Pick<PeriodWork, 'preview' | 'publicAt'>> {
  if (line.state === 'open' || line.release !== null) return { preview: null, publicAt: null };
  const { preview, announced } = await ask<PeriodView>(`/v1/periods/${line.group}/${line.period}`);
  return { preview, publicAt: announced?.public_at ?? null };
}

/** Whether something that is sent now would count. */
export const isOpen = ({ line, own }: PeriodWork): boolean =>
  line.state === 'open' || (own.reopened_until !== null && own.reopened_until > new Date().toISOString());

export const deadlineOf = ({ line, own }: PeriodWork): string | null => own.reopened_until ?? line.deadline_at;
