import { formatDate } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToPeriod, type LedgerDeps } from '../../shared/ledger/append.ts';
import { periodChain } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import type { PeriodEntry, RunOutcome } from '../../shared/ledger/period-entry.ts';
import { requireWhole } from '../../shared/ledger/read-ledger.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { lastDayOf, parsePeriod, periodNamedVi } from '../../shared/periods/period.ts';
import { isPeriodOver } from '../../shared/periods/period-over.ts';
import { changedInputs } from '../../shared/release/changed-inputs.ts';
import { releaseNameVi } from '../../shared/release/release-name.ts';
import type { Run } from '../../shared/release/runs.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { releaseNumberOf, type Selection } from '../../shared/release/selection.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { unitOf } from '../../shared/units/registry.ts';
import { refuseChangedInputs, requireReady } from './refusals.ts';

export interface DecideDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface Decision {
  run: Run;
  selection: Selection;
  manifestSha256: string;
  by: Actor;
  /** Why it is to go out although what counts has changed since the run. */
  despite: string | undefined;
  /** Refuses whoever had a hand in the run, which somebody may have started again meanwhile. */
  requireSecondPerson: (state: PeriodState) => Promise<void>;
}

/**
 * Decides in the period's chain that a run is released, on what the entry follows. Once it stands there it is decided,
 * and the same call again only completes it, whatever has become of the period since.
 */
export async function decideRelease(decision: Decision, deps: DecideDeps): Promise<PeriodState> {
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

async function decide(state: PeriodState, decision: Decision, deps: DecideDeps): Promise<Draft<PeriodEntry>> {
  await decision.requireSecondPerson(state);
  requireReady(state, decision.run);
  requireClosed(state, decision.run);
  requireOver(decision.run, deps.now());
  requireNextNumber(state, decision.run);
  const despite = await requireUnchanged(state, decision, deps);
  return draftOf(decision, despite, deps.now());
}

/** What the run's end names is what was looked at: other files, with a manifest that fits them, are not released. */
function requirePreviewed(entries: readonly PeriodEntry[], { run, manifestSha256 }: Decision): void {
  const ends = entries.filter((entry) => entry.kind === 'run-ended' && entry.about.run_id === run.run_id);
  const last = ends.at(-1)?.about as RunOutcome | undefined;
  if (last?.manifest_sha256 === manifestSha256) return;
  throw new Fault('RUN_FILE_CHANGED', `the manifest of run ${run.run_id} is not the one that was previewed`);
}

function requireClosed({ state }: PeriodState, { group, period }: Run): void {
  if (state === 'closed') return;
  throw new Problem(
    409,
    'period-open',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đang nhận báo cáo; đề nghị đóng kỳ rồi công bố.`,
    `Period ${period} of ${group} is ${state}; close it first.`,
  );
}

function requireOver({ period }: Run, now: Date): void {
  if (isPeriodOver(period, now)) return;
  throw new Problem(
    409,
    'period-not-over',
    `Kỳ ${periodNamedVi(period)} chưa kết thúc; chỉ công bố được sau ngày cuối của kỳ, đề nghị công bố sau ngày ${formatDate(lastDayOf(parsePeriod(period)))}.`,
    `Period ${period} is not over.`,
  );
}

function requireNextNumber({ releases }: PeriodState, { release }: Run): void {
  if (releaseNumberOf(release) === releases.length + 1) return;
  throw new Problem(
    409,
    'number-taken',
    `Số của đợt công bố ${releaseNameVi(release)} đã thuộc về lần tính điểm khác; đề nghị chạy lại để xem trước so với đợt đó.`,
    `${release} belongs to another run; start the run again.`,
  );
}

/** The reason that an override is recorded with; undefined where there was nothing to override. */
async function requireUnchanged(
  state: PeriodState,
  { run, selection, despite }: Decision,
  deps: DecideDeps,
): Promise<string | undefined> {
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const now = await selectInputs(run, state, framework, deps);
  const nameOf = (unitId: string) => unitOf(unitId).name_vi;
  const changed = changedInputs(selection, now.selection, nameOf);
  if (changed.length === 0) return undefined;
  if (despite === undefined) refuseChangedInputs(changed, { since: run.started_at, state, units: now.units, nameOf });
  return despite;
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
