import type { PeriodLine, PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { UnitSubmissions } from '../../../../read-submissions/read-submissions.ts';
import { get } from '../../api.ts';
import type { Acting } from '../../routes.ts';
import { submissionsPath } from './unit-path.ts';

/** A period with what the unit has sent in it. */
export interface PeriodWork {
  line: PeriodLine;
  own: UnitSubmissions;
  /** Of a closed period that is not released: what the unit may see of the result to come. */
  preview: PeriodView['preview'];
}

/** More than two years of quarters; what is older is in the list of releases. */
const mostPeriods = 9;

/** Periods of the unit, the newest end first. */
export async function loadWork(me: Acting, signal: AbortSignal): Promise<PeriodWork[]> {
  const { periods } = await get<{ periods: PeriodLine[] }>('/v1/me/periods', signal);
  const newest = [...periods].sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1)).slice(0, mostPeriods);
  return Promise.all(
    newest.map(async (line) => ({
      line,
      own: await get<UnitSubmissions>(submissionsPath(line, me), signal),
      preview: await readPreview(line, signal),
    })),
  );
}

async function readPreview(line: PeriodLine, signal: AbortSignal): Promise<PeriodView['preview']> {
  if (line.state === 'open' || line.release !== null) return null;
  return (await get<PeriodView>(`/v1/periods/${line.group}/${line.period}`, signal)).preview;
}

/** `2026-3`; a year ends with its last quarter and is the later of the two. */
const endOf = ({ period }: PeriodLine): string => {
  const [year, quarter] = period.split('-Q');
  return `${year}-${quarter ?? '5'}`;
};

/** Whether something that is sent now would count. */
export const isOpen = ({ line, own }: PeriodWork): boolean =>
  line.state === 'open' || (own.reopened_until !== null && own.reopened_until > new Date().toISOString());

export const deadlineOf = ({ line, own }: PeriodWork): string | null => own.reopened_until ?? line.deadline_at;
