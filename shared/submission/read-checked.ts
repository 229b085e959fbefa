import { checkedKey, type RawKey } from '../lake/keys.ts';
import { type Bucket, getObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import type { CheckedDocument } from './checked-document.ts';

/** The answer kept for a file that the score store knows. Throws the fault `CHECKED_GONE`. */
export async function readChecked(lake: Bucket, key: RawKey): Promise<CheckedDocument> {
  const stored = await getObject(lake, checkedKey(key));
  if (!stored) throw new Fault('CHECKED_GONE', `no answer is kept under ${checkedKey(key)}`);
  return JSON.parse(new TextDecoder().decode(stored.bytes)) as CheckedDocument;
}
