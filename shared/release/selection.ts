import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import type { RawFormat } from '../lake/keys.ts';
import type { SelectedAppraisal } from '../score-store/selected-appraisal.ts';

/** What a run is about, decided once when it is started: its hash is the run's id. */
export interface Selection {
  index: string;
  group: string;
  period: string;
  framework_sha256: string;
  /** Of the period, as it was opened. */
  notice_vi?: string;
  /** Registry of units in force; a change of it is a change of inputs. */
  registry_sha256: string;
  /** The current accepted submission of each unit that has one, by unit_id. */
  submissions: SelectedSubmission[];
  /** The ministry's decisions that hold for them, by unit and indicator; absent: there are none. */
  appraisals?: SelectedAppraisal[];
  /** The last comparable release: changes are measured against it, values not due are carried from it; absent: none. */
  previous?: SelectedPrevious;
}

export interface SelectedPrevious {
  /** `dti/province34/2025/r1` */
  release: string;
  run_id: string;
  framework_sha256: string;
}

export interface SelectedSubmission {
  unit_id: string;
  sha256: string;
  format: RawFormat;
}

/** 32 hex digits: equal selections are the same run. */
export const runIdOf = (selection: Selection): string => sha256Of(canonicalJson(selection)).slice(0, 32);
