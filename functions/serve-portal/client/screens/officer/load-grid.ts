import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { get } from '../../ask-ahead.ts';
import type { Acting } from '../../routes.ts';
import { submissionsPath, type UnitPeriod } from './unit-path.ts';

/** The whole grid of a receipt, page by page. */
export async function loadGrid(of: UnitPeriod, receipt: string, me: Acting, signal: AbortSignal): Promise<Grid> {
  const path = submissionsPath(of, me, 'receipts', receipt, 'grid');
  const first = await get<Grid>(path, signal);
  const rows = [...first.rows];
  for (let after = first.next_after; after !== null; ) {
    const page = await get<Grid>(`${path}?after=${after}`, signal);
    rows.push(...page.rows);
    after = page.next_after;
  }
  return { ...first, rows, next_after: null };
}
