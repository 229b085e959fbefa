import type { Bucket } from '../../shared/lake/objects.ts';
import { getObject } from '../../shared/lake/objects.ts';
import { buildUnitHistory } from '../../shared/release/history/build-unit-history.ts';
import { historyKey, renderUnitHistory } from '../../shared/release/history/history-file.ts';
import { requireUnit } from './list-units.ts';

/** The file that releases write; of a unit of which nothing was released yet, a history without points. */
export async function readHistory(unitId: string, { publicBucket }: { publicBucket: Bucket }): Promise<string> {
  const unit = requireUnit(unitId);
  const stored = await getObject(publicBucket, historyKey(unit.unit_id));
  if (stored) return new TextDecoder().decode(stored.bytes);
  return renderUnitHistory(buildUnitHistory('dti', unit.unit_id, new Map()));
}
