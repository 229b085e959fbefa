import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import type { RawFormat } from '../lake/keys.ts';

/**
 * What a run is about, decided once when it is started: its hash is the run's id. By content alone, without a clock, a
 * receipt's number or a person: the same inputs are the same run.
 */
export interface Selection {
  index: string;
  group: string;
  period: string;
  framework_sha256: string;
  /** Of the period, as it was opened. */
  notice_vi?: string;
  /** Registry of units in force; a change of it is a change of inputs. */
  registry_sha256: string;
  /** The figures of each unit that has some that count, by unit_id. */
  submissions: SelectedSubmission[];
  /** The ministry's decisions that hold for them, by unit and indicator; absent: there are none. */
  appraisals?: SelectedDecision[];
  /** The last comparable release: changes are measured against it, values not due are carried from it; absent: none. */
  previous?: SelectedPrevious;
  /** Comparable releases before `previous`, one per period, newest first, that units are shown their history of; absent: none. */
  history?: SelectedEarlier[];
  /** The release of this period that this one would take the place of, and why; absent: it would be the first. */
  corrects?: SelectedCorrection;
}

export interface SelectedEarlier {
  /** `dti/province34/2025/r1` */
  release: string;
  /** The run it was made of. */
  run_id: string;
  /** What the period's chain says went out: its files are believed by it alone. */
  manifest_sha256: string;
}

export interface SelectedPrevious extends SelectedEarlier {
  framework_sha256: string;
}

export interface SelectedSubmission {
  unit_id: string;
  /** Of the file as received. */
  sha256: string;
  /** By which door it came. */
  format: RawFormat;
  /** Of the figures document in the lake. */
  figures_sha256: string;
  /** Earlier files of which a part left figures standing; absent: all are of the file itself. */
  kept_from?: string[];
}

export interface SelectedDecision {
  unit_id: string;
  indicator: string;
  /** Of the decisions document in the lake. */
  decisions_sha256: string;
}

/** What was wrong, in whose words. */
export interface CorrectionReason {
  /** As typed, NFC. */
  text_vi: string;
  /** What of it was wrong. */
  kind: 'input' | 'method' | 'calculation';
  /** An office, or `công dân`. */
  found_by: string;
}

export interface SelectedCorrection {
  /** `dti/province34/2024/r1` */
  release: string;
  /** The run it was made of. */
  run_id: string;
  /** As of {@link SelectedPrevious}. */
  manifest_sha256: string;
  /** Frozen beside it, shown in the preview and in the release. */
  reason: CorrectionReason;
}

/** 32 hex digits: equal selections are the same run. */
export const runIdOf = (selection: Selection): string => sha256Of(canonicalJson(selection)).slice(0, 32);

/** Whether two would score the same: what one of them corrects, and why, is no input. */
export const haveEqualInputs = (a: Selection, b: Selection): boolean => inputsOf(a) === inputsOf(b);

const inputsOf = ({ corrects, ...inputs }: Selection): string => canonicalJson(inputs);

/** The release that a run of it would be: the first of its period, or the one after that which it corrects. */
export function releaseNameOf({ index, group, period, corrects }: Selection): string {
  return `${index}/${group}/${period}/r${corrects ? releaseNumberOf(corrects.release) + 1 : 1}`;
}

/** 2 of `dti/province34/2024/r2`. */
export const releaseNumberOf = (release: string): number =>
  Number.parseInt(release.slice(release.lastIndexOf('/r') + 2), 10);
