import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import type { Selection } from '../../release/selection.ts';
import { readDecisions } from './decisions-document.ts';

/** Why points of the unit were decided, by indicator, from the decisions that the run took; each document read once. */
export async function readReasons(
  of: UnitOf,
  { appraisals = [] }: Selection,
  lake: Bucket,
): Promise<Map<string, string | null>> {
  const own = appraisals.filter(({ unit_id }) => unit_id === of.unit_id);
  const byDocument = Map.groupBy(own, ({ decisions_sha256 }) => decisions_sha256);
  const reasons = [...byDocument].map(async ([sha256, taken]) => {
    const { decisions } = await readDecisions(lake, of, sha256);
    const wanted = new Set(taken.map(({ indicator }) => indicator));
    return decisions
      .filter(({ indicator }) => wanted.has(indicator))
      .map((one) => [one.indicator, one.reason] as const);
  });
  return new Map((await Promise.all(reasons)).flat());
}
