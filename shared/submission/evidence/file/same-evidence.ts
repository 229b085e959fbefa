import type { EvidenceSent } from '../../../ledger/unit-entry.ts';

export interface EvidenceFor {
  sha256: string;
  indicator?: string | undefined;
}

/** Whether it proves what this file is to prove already: accepted, the same bytes, for the same indicator. */
export const isSameEvidence =
  ({ sha256, indicator }: EvidenceFor) =>
  (one: Pick<EvidenceSent['about'], 'type' | 'sha256' | 'indicator'>): boolean =>
    one.type !== null && one.sha256 === sha256 && one.indicator === indicator;
