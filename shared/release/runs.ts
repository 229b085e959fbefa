import type { Bucket } from '../lake/objects.ts';
import type { PeriodOf } from '../ledger/chain.ts';
import type { RunState } from '../ledger/fold-period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readPeriod } from '../ledger/read-ledger.ts';
import { findSelection } from './run-files.ts';
import { releaseNameOf, type SelectedCorrection, type Selection } from './selection.ts';

/**
 * A run as its period's chain has it, with what it selected. running → ready (a preview may be looked at) → released;
 * running → failed, which may be tried again. It is kept nowhere by itself.
 */
export interface Run extends RunState {
  index: string;
  group: string;
  period: string;
  framework_sha256: string;
  /** What its release is called, or would be: `dti/province34/2024/r1`. */
  release: string;
  /** Absent: its release would be the first of the period. */
  corrects?: SelectedCorrection;
}

export function describeRun(state: RunState, selection: Selection): Run {
  const { index, group, period, framework_sha256, corrects } = selection;
  const release = releaseNameOf(selection);
  return { ...state, index, group, period, framework_sha256, release, ...(corrects ? { corrects } : {}) };
}

const idShape = /^[0-9a-f]{32}$/;

/** Null for an id that no run bears. */
export async function readRun(runId: string, { lake, ledger }: { lake: Bucket; ledger: Ledger }): Promise<Run | null> {
  const selection = idShape.test(runId) ? await findSelection(lake, runId) : null;
  const state = selection && (await readPeriod(ledger, selection))?.runs.get(runId);
  // A selection alone is a run that was cut off before it was started.
  return selection && state ? describeRun(state, selection) : null;
}

/** Whether it was previewed, or is out: its files are then what the period's chain names, and are not written again. */
export async function isLaidReady(runId: string, of: PeriodOf, { ledger }: { ledger: Ledger }): Promise<boolean> {
  const status = (await readPeriod(ledger, of))?.runs.get(runId)?.status;
  return status === 'ready' || status === 'released';
}
