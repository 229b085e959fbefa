import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { SelectedDecision, Selection } from '../../shared/release/selection.ts';
import type { FrozenAppraisal } from '../../shared/scoring/scores.ts';
import { type DecisionsDocument, readDecisions } from '../../shared/submission/appraisal/decisions-document.ts';

const concurrentReads = 16;

/**
 * The selected decisions as a run freezes them, in the order selected, each document read once. Throws the faults
 * `DOCUMENT_GONE`, `DOCUMENT_CHANGED` and `DECISION_GONE`.
 */
export async function freezeDecisions(
  { group, period, appraisals = [] }: Selection,
  lake: Bucket,
): Promise<FrozenAppraisal[]> {
  const byDocument = Map.groupBy(appraisals, documentOf);
  const read = await mapConcurrently([...byDocument], concurrentReads, async ([document, [first]]) => {
    const { unit_id, decisions_sha256 } = first!;
    return [document, await readDecisions(lake, { group, period, unit_id }, decisions_sha256)] as const;
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
