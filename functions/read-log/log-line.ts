import { hashOf } from '../../shared/ledger/entry.ts';
import type { PeriodEntry } from '../../shared/ledger/period-entry.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { unitNameVi } from '../../shared/units/names.ts';

/** One entry of a chain, as it is told. */
export interface LogLine {
  /** Null: of the period’s own chain. */
  unit_id: string | null;
  /** Of that unit, or of the one that an act on the period is about. */
  unit_name_vi: string | null;
  /** Place in its chain. */
  number: number;
  kind: string;
  at: string;
  /** Opaque id of the person; null: a person of the ministry, told to the ministry alone. */
  subject: string | null;
  role: string;
  about: object;
  /** Of the whole entry: what the next one names, and `verify-ledger` computes. */
  sha256: string;
  /** Of a file that came: what was answered; null: nothing yet. Absent: it is no file. */
  answer?: { accepted: boolean; errors: number; warnings: number } | null;
  /** Of a run that was started: how it ended; null: not yet. Absent: it is no run. */
  outcome?: string | null;
}

/** What the pipeline did by itself is told with the act that it followed from; as lines of their own only to operators. */
export const isSystems = ({ role }: Pick<LogLine, 'role'>): boolean => role === 'system';

export const unitLines = (unitId: string, entries: readonly UnitEntry[]): LogLine[] => {
  let receipts = 0;
  return entries.map((entry) => {
    const line = lineOf(unitId, entry);
    return entry.kind === 'received' ? { ...line, answer: answerTo(++receipts, entries) } : line;
  });
};

export const periodLines = (entries: readonly PeriodEntry[]): LogLine[] =>
  entries.map((entry) =>
    entry.kind === 'run-started'
      ? { ...lineOf(null, entry), outcome: outcomeOf(entry.about, entries) }
      : lineOf(null, entry),
  );

const lineOf = (unitId: string | null, entry: UnitEntry | PeriodEntry): LogLine => ({
  ...{ unit_id: unitId, unit_name_vi: nameIn(unitId, entry) },
  ...{ number: entry.number, kind: entry.kind, at: entry.at, subject: entry.subject, role: entry.role },
  ...{ about: entry.about, sha256: hashOf(entry) },
});

/** Of the chain's unit, or the one that an act on the period is about. */
function nameIn(unitId: string | null, { about }: UnitEntry | PeriodEntry): string | null {
  const named = unitId ?? ('unit_id' in about ? about.unit_id : null);
  return named && unitNameVi(named);
}

function answerTo(receipt: number, entries: readonly UnitEntry[]): NonNullable<LogLine['answer']> | null {
  for (const entry of entries) {
    if (entry.kind !== 'answered' || entry.about.receipt !== receipt) continue;
    const { accepted, errors, warnings } = entry.about;
    return { accepted, errors, warnings };
  }
  return null;
}

function outcomeOf({ run_id, attempt }: { run_id: string; attempt: number }, entries: readonly PeriodEntry[]) {
  const ended = entries.find(
    ({ kind, about }) =>
      kind === 'run-ended' && 'attempt' in about && about.run_id === run_id && about.attempt === attempt,
  );
  return ended?.kind === 'run-ended' ? ended.about.outcome : null;
}
