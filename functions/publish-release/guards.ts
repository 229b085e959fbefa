import { requireReady } from '../../shared/http/require-ready-run.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import type { Run } from '../../shared/release/runs.ts';
import type { SelectedInputs } from '../../shared/release/select-inputs.ts';
import type { Selection } from '../../shared/release/selection.ts';
import { requireAnswered } from './require-answered.ts';
import { requireClosed, requireNextNumber, requireOver } from './require-period-ready.ts';
import { requirePreviewOver } from './require-preview-over.ts';
import { requireUnchanged } from './require-unchanged.ts';

export interface GuardDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** What a release is asked about. */
export interface ToRelease {
  run: Run;
  selection: Selection;
  /** Why it is to go out although what counts has changed since the run. */
  despite: string | undefined;
  /** Refuses whoever had a hand in the run, which somebody may have started again meanwhile. */
  requireSecondPerson: (state: PeriodState) => Promise<void>;
}

/** The period as the entry of the release would follow it. */
export interface Asked {
  state: PeriodState;
  release: ToRelease;
  deps: GuardDeps;
  /** What a run would select now, read once for all guards. */
  now: () => Promise<SelectedInputs>;
}

/** Who can change it: another publisher, whoever runs, the ministry by an act of its own, time alone. */
export type Changer = 'second_person' | 'runner' | 'ministry' | 'time';

export interface Guard {
  condition:
    | 'second-person'
    | 'run-ready'
    | 'period-closed'
    | 'period-over'
    | 'number-free'
    | 'preview-over'
    | 'objections-answered'
    | 'inputs-unchanged';
  changer: Changer;
  /** Throws the problem that keeps the run from being released. */
  require: (asked: Asked) => unknown;
}

/**
 * Everything that keeps a run from being released, in the order in which it is told. Publishing asks all of them of the
 * chain that its entry will follow; the checklist asks the same and tells each answer. There is no second list.
 */
export const guards: readonly Guard[] = [
  {
    condition: 'second-person',
    changer: 'second_person',
    require: ({ release, state }) => release.requireSecondPerson(state),
  },
  { condition: 'run-ready', changer: 'runner', require: ({ state, release }) => requireReady(state, release.run) },
  {
    condition: 'period-closed',
    changer: 'ministry',
    require: ({ state, release }) => requireClosed(state, release.run),
  },
  { condition: 'period-over', changer: 'time', require: ({ release, deps }) => requireOver(release.run, deps.now()) },
  {
    condition: 'number-free',
    changer: 'runner',
    require: ({ state, release }) => requireNextNumber(state, release.run),
  },
  { condition: 'preview-over', changer: 'time', require: ({ state, deps }) => requirePreviewOver(state, deps.now()) },
  { condition: 'objections-answered', changer: 'ministry', require: async ({ now }) => requireAnswered(await now()) },
  { condition: 'inputs-unchanged', changer: 'runner', require: requireUnchanged },
];
