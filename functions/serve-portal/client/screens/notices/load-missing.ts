import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { UnitsPage } from '../../../../read-board/read-units.ts';
import { get } from '../../ask-ahead.ts';

/** Whom a reminder would reach. */
export interface MissingUnits {
  state: PeriodView['state'];
  deadline_at: string | null;
  /** Names of the units. */
  missing: string[];
}

/** `of`: group and period as in an address. */
export async function loadMissing(of: string, signal: AbortSignal): Promise<MissingUnits> {
  const { state, deadline_at } = await get<PeriodView>(`/v1/periods/${of}`, signal);
  const missing: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
    const page: UnitsPage = await get<UnitsPage>(`/v1/periods/${of}/units${query}`, signal);
    const due = page.units.filter(
      (unit) => unit.current === null && (state === 'open' || unit.reopened_until !== null),
    );
    missing.push(...due.map(({ unit_name_vi }) => unit_name_vi));
    cursor = page.next;
  }
  return { state, deadline_at, missing };
}
