import { Fault } from '../observability/fault.ts';
import { type Head, headOf } from './entry.ts';
import { inOrder, unknownKind } from './in-order.ts';
import type { AnnouncedFacts, ClosingGround, PeriodEntry, PeriodTerms, ReleaseMade } from './period-entry.ts';

export interface RunState {
  run_id: string;
  status: 'running' | 'ready' | 'failed' | 'released';
  attempt: number;
  /** Persons that started any attempt, each once. */
  started_by: string[];
  /** Of this attempt. */
  started_at: string;
  failure: { code: string; message: string } | null;
}

export interface ReleaseState {
  release: string;
  /** 1 for `r1`. */
  number: number;
  run_id: string;
  manifest_sha256: string;
  released_by: string;
  released_at: string;
  despite_vi?: string;
  corrects?: string;
  reason_vi?: string;
}

/** A run as units were let see it. */
export interface Preview {
  run_id: string;
  /** First instant after the last day for objections, UTC. */
  until_at: string;
  at: string;
  opened_by: string;
  /** How many releases the period had then. */
  after_release: number;
}

/** A release that was decided for a minute. */
export interface Announcement extends AnnouncedFacts {
  /** Of its entry in the chain. */
  number: number;
  announced_at: string;
  announced_by: string;
  /** How many releases the period had then. */
  after_release: number;
  /** Null: it stands, or went out. */
  withdrawn: { at: string; by: string; reason_vi: string } | null;
}

export interface Reopening {
  unit_id: string;
  until_at: string;
  reason_vi: string;
  at: string;
  /** How many times the period had been closed then. */
  after_closing: number;
}

/** What a period's chain comes to. */
export interface PeriodState {
  /** As opened; `deadline_at` is the newest one. */
  terms: PeriodTerms;
  opened_at: string;
  opened_by: string;
  state: 'open' | 'closed' | 'reopened';
  /** As they were in force, in order; `deadline_at` null: none. */
  deadlines: { deadline_at: string | null; since: string; reason_vi: string | null }[];
  closings: { at: string; ground: ClosingGround; subject: string }[];
  reopenings: Reopening[];
  /** By id, in the order in which they were first started. */
  runs: Map<string, RunState>;
  /** As they were opened; the last one since the last release is what units see. */
  previews: Preview[];
  /** As they were made. */
  announcements: Announcement[];
  /** In order of number. */
  releases: ReleaseState[];
  head: Head;
}

/** Null for a period that nobody opened. Pure and total; no clock. */
export function foldPeriod(entries: readonly PeriodEntry[]): PeriodState | null {
  const [first, ...rest] = inOrder(entries);
  if (!first) return null;
  const state = open(first);
  for (const entry of rest) apply(state, entry);
  return { ...state, head: headOf([first, ...rest])! };
}

function open(entry: PeriodEntry): PeriodState {
  if (entry.kind !== 'opened') throw new Fault('LEDGER_KIND_UNKNOWN', `a period begins with ${entry.kind}`);
  const { at, subject, about } = entry;
  return {
    terms: about,
    opened_at: at,
    opened_by: subject,
    state: 'open',
    deadlines: [{ deadline_at: about.deadline_at ?? null, since: at, reason_vi: null }],
    closings: [],
    reopenings: [],
    runs: new Map(),
    previews: [],
    announcements: [],
    releases: [],
    head: headOf([entry])!,
  };
}

function apply(state: PeriodState, entry: PeriodEntry): void {
  switch (entry.kind) {
    case 'opened':
      throw new Fault('LEDGER_KIND_UNKNOWN', `entry ${entry.number} opens a period that is open`);
    case 'deadline-moved': {
      const { deadline_at, reason_vi } = entry.about;
      state.terms = { ...state.terms, deadline_at };
      state.deadlines.push({ deadline_at, since: entry.at, reason_vi });
      return;
    }
    case 'closed':
      state.state = 'closed';
      state.closings.push({ at: entry.at, ground: entry.about.ground, subject: entry.subject });
      return;
    case 'reopened':
      state.state = 'reopened';
      state.reopenings.push({ ...entry.about, at: entry.at, after_closing: state.closings.length });
      return;
    case 'run-started':
      startRun(state, entry);
      return;
    case 'run-ended':
      endRun(state, entry.about);
      return;
    case 'preview-opened':
      openPreview(state, entry);
      return;
    case 'announced':
      announce(state, entry);
      return;
    case 'announcement-withdrawn':
      withdraw(state, entry);
      return;
    case 'released':
    case 'corrected':
      release(state, entry);
      return;
    default:
      unknownKind(entry);
  }
}

function startRun({ runs }: PeriodState, { about, subject, at }: Extract<PeriodEntry, { kind: 'run-started' }>): void {
  const { run_id, attempt } = about;
  const known = runs.get(run_id);
  const started_by = [...new Set([...(known?.started_by ?? []), subject])];
  const status = known?.status === 'released' ? 'released' : 'running';
  runs.set(run_id, { run_id, status, attempt, started_by, started_at: at, failure: null });
}

/** What an attempt says of itself counts only while it is the last, and never after the release. */
function endRun({ runs }: PeriodState, about: Extract<PeriodEntry, { kind: 'run-ended' }>['about']): void {
  const run = runs.get(about.run_id);
  if (!run) throw new Fault('LEDGER_RUN_UNKNOWN', `run ${about.run_id} ended and was never started`);
  if (run.attempt !== about.attempt || run.status === 'released') return;
  runs.set(run.run_id, { ...run, status: about.outcome, failure: about.failure ?? null });
}

function openPreview(
  { runs, previews, releases }: PeriodState,
  { about, subject, at }: Extract<PeriodEntry, { kind: 'preview-opened' }>,
): void {
  if (!runs.has(about.run_id))
    throw new Fault('LEDGER_RUN_UNKNOWN', `run ${about.run_id} is shown to units and was never started`);
  previews.push({ ...about, at, opened_by: subject, after_release: releases.length });
}

function announce(
  { runs, announcements, releases }: PeriodState,
  { about, number, subject, at }: Extract<PeriodEntry, { kind: 'announced' }>,
): void {
  if (!runs.has(about.run_id))
    throw new Fault('LEDGER_RUN_UNKNOWN', `${about.release} is announced of run ${about.run_id}, never started`);
  const made = { number, announced_at: at, announced_by: subject, after_release: releases.length };
  announcements.push({ ...about, ...made, withdrawn: null });
}

function withdraw(
  { announcements }: PeriodState,
  { about, subject, at }: Extract<PeriodEntry, { kind: 'announcement-withdrawn' }>,
): void {
  const announced = announcements.find(({ number }) => number === about.announced);
  if (!announced) throw new Fault('LEDGER_ANNOUNCEMENT_UNKNOWN', `entry ${about.announced} announced nothing`);
  announced.withdrawn = { at, by: subject, reason_vi: about.reason_vi };
}

function release({ runs, releases }: PeriodState, { about, subject, at }: ReleaseMade): void {
  const run = runs.get(about.run_id);
  if (!run) throw new Fault('LEDGER_RUN_UNKNOWN', `${about.release} is of run ${about.run_id}, never started`);
  runs.set(run.run_id, { ...run, status: 'released', failure: null });
  releases.push({ ...about, number: releases.length + 1, released_by: subject, released_at: at });
}
