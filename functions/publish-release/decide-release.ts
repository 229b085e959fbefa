import type { Actor } from '../../shared/identity/actor.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import { periodChain } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import type { PeriodEntry, RunOutcome } from '../../shared/ledger/period-entry.ts';
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
    cause: `release/${run.run_id}`,
    decide: async (known) => {
      requireWhole(periodChain(run), known);
      const state = foldPeriod(known);
      if (!state) throw new Fault('PERIOD_GONE', `run ${run.run_id} is of a period that nobody opened`);
      const draft = await decide(state, decision, deps);
      requirePreviewed(known, decision);
      return draft;
    },
  });
  return foldPeriod(entries)!;
}

async function decide(state: PeriodState, decision: Decision, deps: GuardDeps): Promise<Draft<PeriodEntry>> {
  const asked = askOf(state, decision, deps);
  for (const guard of guards) await guard.require(asked);
  return draftOf(decision, await overrideOf(asked), deps.now());
}

/** What the run's end names is what was looked at: other files, with a manifest that fits them, are not released. */
function requirePreviewed(entries: readonly PeriodEntry[], { run, manifestSha256 }: Decision): void {
  const ends = entries.filter((entry) => entry.kind === 'run-ended' && entry.about.run_id === run.run_id);
  const last = ends.at(-1)?.about as RunOutcome | undefined;
  if (last?.manifest_sha256 === manifestSha256) return;
  throw new Fault('RUN_FILE_CHANGED', `the manifest of run ${run.run_id} is not the one that was previewed`);
}

function draftOf({ run, manifestSha256, by }: Decision, despite: string | undefined, now: Date): Draft<PeriodEntry> {
  const { run_id, release, corrects } = run;
  const facts = {
    ...{ run_id, release, manifest_sha256: manifestSha256 },
    ...(despite === undefined ? {} : { despite_vi: despite }),
  };
  const at = now.toISOString();
  if (!corrects) return { kind: 'released', at, ...by, about: facts };
  const about = { ...facts, corrects: corrects.release, reason_vi: corrects.reason.text_vi };
  return { kind: 'corrected', at, ...by, about };
}
