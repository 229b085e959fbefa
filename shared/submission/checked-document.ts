import type { RawFormat } from '../lake/keys.ts';
import type { ExplainedBlank, Finding, Observation } from './submission.ts';

/** What the lake keeps of one submission: the answer that was given and the figures that were accepted. */
export interface CheckedDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Unit the form itself names, when it could be read; null otherwise. */
  declared_unit_id: string | null;
  sha256: string;
  /** By which door it came. */
  format: RawFormat;
  file_name: string;
  /** When the bytes came in, UTC to the second; the same however often they are checked. */
  received_at: string;
  framework_sha256: string;
  accepted: boolean;
  findings: Finding[];
  observations: Observation[];
  explained: ExplainedBlank[];
}
