import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import type { PeriodEntry, PeriodTerms } from '../../shared/ledger/period-entry.ts';

const by = { subject: 'p-publisher', role: 'publisher', cause: 'request/1', previous: '' };

/** A period opened on 1 October 2026 with these terms, and closed when told so. */
export function periodStateOf(terms: Partial<PeriodTerms> = {}, closedAt?: string): PeriodState {
  const framework = { framework_id: 'dti-test', framework_version: '1', framework_sha256: 'f'.repeat(64) };
  const about = { ...framework, ...terms };
  const entries: PeriodEntry[] = [{ ...by, number: 1, kind: 'opened', at: '2026-10-01T02:00:00.000Z', about }];
  if (closedAt) entries.push({ ...by, number: 2, kind: 'closed', at: closedAt, about: { ground: 'period_over' } });
  return foldPeriod(entries)!;
}
