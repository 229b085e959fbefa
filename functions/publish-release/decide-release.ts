import type { Actor } from '../../shared/identity/actor.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import { periodChain } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import type { CorrectionFacts, PeriodEntry, ReleaseFacts, RunOutcome } from '../../shared/ledger/period-entry.ts';
import { requireWhole } from '../../shared/ledger/read-ledger.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { askOf } from './ask-of.ts';
import { type GuardDeps, guards, type ToRelease } from './guards.ts';
import { overrideOf } from './require-unchanged.ts';

export interface Decision extends ToRelease {
  manifestSha256: string;
  by: Actor;
}

/**
 * Decides in the period's chain that a run is released, on what the entry follows. Once it stands there it is decided,
 * and the same call again only completes it, whatever has become of the period since.
 */
export async function decideRelease(decision: Decision, deps: GuardDeps): Promise<PeriodState> {
  const { run } = decision;
  const { entries } = await appendToPeriod(deps, run, {
    cause: releaseCause(run.run_id),
    decide: async (known) => {
      requireWhole(periodChain(run), known);
      const state = foldPeriod(known);
      if (!state) throw new Fault('PERIOD_GONE', `run ${run.run_id} is of a period that nobody opened`);
      const facts = await decide(state, decision, deps);
      requirePreviewed(known, decision);
      return draftRelease(facts, deps.now().toISOString(), decision.by);
    },
  });
  return foldPeriod(entries)!;
}

/** The same call at its minute must find what went out: a run is released once, whoever it was announced by. */
export const releaseCause = (runId: string): string => `release/${runId}`;

/** What is released, where nothing keeps it back: asked when it is decided, and never again for a minute that was announced. */
export async function decide(state: PeriodState, decision: Decision, deps: GuardDeps): Promise<DecidedFacts> {
  const asked = askOf(state, decision, deps);
  for (const guard of guards) await guard.require(asked);
  return factsOf(decision, await overrideOf(asked));
}

/** `corrects` and `reason_vi` are there or absent together. */
export type DecidedFacts = ReleaseFacts & Partial<Pick<CorrectionFacts, 'corrects' | 'reason_vi'>>;

/** What the run's end names is what was looked at: other files, with a manifest that fits them, are not released. */
export function requirePreviewed(entries: readonly PeriodEntry[], { run, manifestSha256 }: Decision): void {
  const ends = entries.filter((entry) => entry.kind === 'run-ended' && entry.about.run_id === run.run_id);
  const last = ends.at(-1)?.about as RunOutcome | undefined;
  if (last?.manifest_sha256 === manifestSha256) return;
  throw new Fault('RUN_FILE_CHANGED', `the manifest of run ${run.run_id} is not the one that was previewed`);
}

function factsOf({ run, manifestSha256 }: Decision, despite: string | undefined): DecidedFacts {
  const { run_id, release, corrects } = run;
  return {
    ...{ run_id, release, manifest_sha256: manifestSha256 },
    ...(despite === undefined ? {} : { despite_vi: despite }),
    ...(corrects ? { corrects: corrects.release, reason_vi: corrects.reason.text_vi } : {}),
  };
}

export function draftRelease(facts: DecidedFacts, at: string, by: Actor): Draft<PeriodEntry> {
  const { corrects, reason_vi, ...first } = facts;
  if (corrects === undefined || reason_vi === undefined) return { kind: 'released', at, ...by, about: first };
  return { kind: 'corrected', at, ...by, about: { ...first, corrects, reason_vi } };
}
