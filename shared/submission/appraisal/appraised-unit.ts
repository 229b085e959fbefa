import type { Evidence, Receipt } from '../../ledger/fold-unit.ts';
import type { Accepted } from '../../ledger/standing.ts';
import type { FiguresDocument } from '../figures-document.ts';
import type { IndicatorDecision } from './decisions-document.ts';

/** A unit that can be appraised: its figures that count, and all that was decided and answered, from its chain. */
export interface AppraisedUnit {
  unit_id: string;
  figures_sha256: string;
  figures: FiguresDocument;
  /** Number of the chain's last entry. */
  last_entry: number;
  /** The period is not closed for it. */
  open: boolean;
  /** The one that the figures came by, and all of the unit's. */
  current: Accepted;
  receipts: readonly Receipt[];
  /** Files that the unit sent beside them. */
  evidence: readonly Evidence[];
  /** Who started a run that is not released yet. */
  starters: readonly string[];
  /** In order; of these figures and of others. */
  decisions: RecordedDecision[];
  /** By indicator. */
  feedback: ReadonlyMap<string, GivenFeedback>;
}

export interface RecordedDecision extends IndicatorDecision {
  /** Of its entry in the chain. */
  number: number;
  /** UTC, ISO 8601. */
  at: string;
  figures_sha256: string;
}

export interface GivenFeedback {
  figures_sha256: string;
  text_vi: string;
  evidence_vi: string | null;
  at: string;
}

export type StandingDecision = RecordedDecision & { points: string };

/**
 * The decisions that hold for the figures given, by indicator: the last one of each, without what was withdrawn. `until`:
 * as they stood when that entry was the chain's last.
 */
export function standingDecisions(
  decisions: readonly RecordedDecision[],
  figuresSha256: string,
  until = Number.POSITIVE_INFINITY,
): Map<string, StandingDecision> {
  const standing = new Map<string, StandingDecision>();
  for (const decision of decisions) {
    const { indicator, points, number, figures_sha256 } = decision;
    if (number > until || figures_sha256 !== figuresSha256) continue;
    if (points === null) standing.delete(indicator);
    else standing.set(indicator, { ...decision, points });
  }
  return standing;
}
