import { rootOf } from '../../shared/identity/people.ts';
import type { Announcement, PeriodState } from '../../shared/ledger/fold-period.ts';
import { startersOf } from '../../shared/release/involved-in.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';

/** Its minute has not come. */
export const isAhead = ({ public_at }: Pick<Announcement, 'public_at'>, now: Date): boolean =>
  now.toISOString() < public_at;

/** Whether a person ran it or announced it, whatever account they came by. */
export async function isOfTheTwo(
  subject: string,
  { announced_by, run_id }: Announcement,
  state: PeriodState,
  table: ScoreTable,
): Promise<boolean> {
  const people = [announced_by, ...startersOf(state, run_id)];
  const [own, ...roots] = await Promise.all([subject, ...people].map((id) => rootOf(table, id)));
  return roots.includes(own!);
}
