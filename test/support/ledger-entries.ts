import { canonicalJson, sha256Of } from '../../shared/digest/canonical-json.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { type Draft, type Entry, genesisOf, hashOf, system } from '../../shared/ledger/entry.ts';
import type { PeriodEntry } from '../../shared/ledger/period-entry.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';

export const hanoi: UnitOf = { group: 'province34', period: '2024', unit_id: 'P01-2025' };

/** A hash for any short name. */
export const hashNamed = (name: string): string => sha256Of(name);

/** Minute `n` of a day on which nothing else happened. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 9, 5, 0, n)).toISOString();

const by = (person: string, role: string) => ({ subject: `p-${person}`, role });

export const received = (uploadNumber: number, at = minute(uploadNumber)): Draft<UnitEntry> => ({
  ...{ kind: 'received' as const, at, ...by('officer', 'officer') },
  about: { upload_number: uploadNumber, format: 'xlsx', sha256: hashNamed(`file ${uploadNumber}`), bytes: 1_000 },
});

/** Accepted with the figures named, unless null. */
export const answered = (receipt: number, figures: string | null = `${receipt}`): Draft<UnitEntry> => ({
  ...{ kind: 'answered' as const, at: minute(100 + receipt), ...system },
  about: {
    receipt,
    accepted: figures !== null,
    answer_sha256: hashNamed(`answer ${receipt}`),
    figures_sha256: figures === null ? null : hashNamed(figures),
    errors: figures === null ? 1 : 0,
    warnings: 0,
    compared_with: null,
  },
});

export const checkedAgain = (receipt: number, accepted: boolean): Draft<UnitEntry> => ({
  ...{ kind: 'checked-again' as const, at: minute(300), ...system },
  about: { receipt, accepted, answer_sha256: hashNamed(`again ${receipt}`) },
});

export const certified = (receipt: number): Draft<UnitEntry> => ({
  ...{ kind: 'certified' as const, at: minute(400), ...by('certifier', 'certifier') },
  about: { receipt, figures_sha256: hashNamed(`${receipt}`) },
});

export const decision = (figures: string, decided: string[], withdrawn: string[] = []): Draft<UnitEntry> => ({
  ...{ kind: 'decision' as const, at: minute(500), ...by('appraiser', 'appraiser') },
  about: {
    figures_sha256: hashNamed(figures),
    decisions_sha256: hashNamed(canonicalJson({ figures, decided, withdrawn })),
    appraisal_sha256: hashNamed('workbook'),
    decided,
    withdrawn,
  },
});

export const question = (about: { indicator?: string; figures?: string } = {}): Draft<UnitEntry> => ({
  ...{ kind: 'question' as const, at: minute(510), ...by('appraiser', 'appraiser') },
  about: {
    question_sha256: hashNamed('question'),
    ...(about.indicator === undefined ? {} : { indicator: about.indicator }),
    ...(about.figures === undefined ? {} : { figures_sha256: hashNamed(about.figures) }),
    answer_by: '2026-10-10',
  },
});

export const reply = (number: number): Draft<UnitEntry> => ({
  ...{ kind: 'reply' as const, at: minute(520), ...by('officer', 'officer') },
  about: { question: number, reply_sha256: hashNamed(`reply ${number}`) },
});

export const returned = (receipt: number, words = 'words'): Draft<UnitEntry> => ({
  ...{ kind: 'returned' as const, at: minute(390), ...by('certifier', 'certifier') },
  about: { receipt, figures_sha256: hashNamed(`${receipt}`), return_sha256: hashNamed(words) },
});

const publisher = by('publisher', 'publisher');
const framework = { framework_id: 'dti', framework_version: '1', framework_sha256: hashNamed('framework') };

export const opened = (
  terms: { deadline_at?: string; certification?: 'required' } = {},
  at = minute(0),
): Draft<PeriodEntry> => ({ kind: 'opened', at, ...publisher, about: { ...framework, ...terms } });

export const moved = (deadline_at: string, at: string): Draft<PeriodEntry> => ({
  ...{ kind: 'deadline-moved' as const, at, ...publisher },
  about: { deadline_at, reason_vi: 'Lũ lụt miền Trung' },
});

export const closed = (at: string): Draft<PeriodEntry> => ({
  ...{ kind: 'closed' as const, at, ...publisher },
  about: { ground: 'deadline_past' },
});

export const reopened = (unit_id: string, until_at: string, at: string): Draft<PeriodEntry> => ({
  ...{ kind: 'reopened' as const, at, ...publisher },
  about: { unit_id, until_at, reason_vi: 'Số liệu sai' },
});

export const runStarted = (run_id: string, attempt = 1): Draft<PeriodEntry> => ({
  ...{ kind: 'run-started' as const, at: minute(600), ...publisher },
  about: { run_id, attempt },
});

export const runEnded = (run_id: string, outcome: 'ready' | 'failed', attempt = 1): Draft<PeriodEntry> => ({
  ...{ kind: 'run-ended' as const, at: minute(610), ...system },
  about: { run_id, attempt, outcome, ...(outcome === 'failed' ? { failure: { code: 'X', message: 'x' } } : {}) },
});

export const previewOpened = (run_id: string, until_at: string, at = minute(612)): Draft<PeriodEntry> => ({
  ...{ kind: 'preview-opened' as const, at, ...publisher },
  about: { run_id, until_at },
});

export const objection = (run_id: string, indicator?: string): Draft<UnitEntry> => ({
  ...{ kind: 'objection' as const, at: minute(613), ...by('certifier', 'certifier') },
  about: { run_id, objection_sha256: hashNamed(`objection ${indicator}`), ...(indicator ? { indicator } : {}) },
});

export const objectionAnswered = (number: number, outcome: 'accepted' | 'declined'): Draft<UnitEntry> => ({
  ...{ kind: 'objection-answered' as const, at: minute(614), ...by('publisher', 'publisher') },
  about: { objection: number, outcome, answer_sha256: hashNamed(`answer ${outcome}`) },
});

export const released = (run_id: string): Draft<PeriodEntry> => ({
  ...{ kind: 'released' as const, at: minute(620), ...by('second', 'publisher') },
  about: { run_id, release: 'dti/province34/2024/r1', manifest_sha256: hashNamed('manifest') },
});

/** A chain as the ledger would hold it, each entry by a cause of its own: for folds, which need no table. */
export function chainOf<E extends Entry>(drafts: readonly Draft<E>[], chain = 'LEDGER#g#p#u'): E[] {
  const entries: E[] = [];
  for (const draft of drafts) {
    const last = entries.at(-1);
    const place = {
      number: entries.length + 1,
      cause: `cause-${entries.length + 1}`,
      previous: last ? hashOf(last) : genesisOf(chain),
    };
    entries.push({ ...draft, ...place } as unknown as E);
  }
  return entries;
}
