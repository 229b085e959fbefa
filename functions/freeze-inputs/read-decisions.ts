import { readDocument } from '../../shared/lake/documents.ts';
import { decisionsKey } from '../../shared/lake/keys.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { SelectedDecision, Selection } from '../../shared/release/selection.ts';
import type { FrozenAppraisal } from '../../shared/scoring/scores.ts';

/** What a run reads of the decisions of one appraisal workbook on one unit. */
interface DecisionsDocument {
  decisions: {
    indicator: string;
    /** Null: taken back. */
    points: string | null;
    reason: string;
  }[];
}

const concurrentReads = 16;

/**
 * The selected decisions as a run freezes them, in the order selected, each document read once. Throws the faults
 * `DOCUMENT_GONE`, `DOCUMENT_CHANGED` and `DECISION_GONE`.
 */
export async function readDecisions(
  { group, period, appraisals = [] }: Selection,
  lake: Bucket,
): Promise<FrozenAppraisal[]> {
  const byDocument = Map.groupBy(appraisals, documentOf);
  const read = await mapConcurrently([...byDocument], concurrentReads, async ([document, [first]]) => {
    const { unit_id, decisions_sha256 } = first!;
    const key = decisionsKey({ group, period, unit_id }, decisions_sha256);
    return [document, await readDocument<DecisionsDocument>(lake, key, decisions_sha256)] as const;
  });
  const documents = new Map(read);
  return appraisals.map((selected) => freezeDecision(selected, documents.get(documentOf(selected))!));
}

const documentOf = ({ unit_id, decisions_sha256 }: SelectedDecision): string => `${unit_id}#${decisions_sha256}`;

/** Neither who decided nor when: what is frozen is published, and the ledger knows both. */
function freezeDecision({ unit_id, indicator }: SelectedDecision, { decisions }: DecisionsDocument): FrozenAppraisal {
  const decided = decisions.find((one) => one.indicator === indicator);
  if (!decided || decided.points === null) throw new Fault('DECISION_GONE', `${unit_id} ${indicator} is not decided`);
  const { points, reason } = decided;
  return { unit_id, indicator, points, reason };
}
