import { outboxKey } from '../lake/keys.ts';
import { mapConcurrently } from '../lake/map-concurrently.ts';
import { type Bucket, getObject, putObjectOnce } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { hashOfNotice, type Notice } from './notice.ts';
import { keepWaiting } from './notice-list.ts';

/** Where notices wait to be sent, and the list of them. */
export interface OutboxDeps {
  lake: Bucket;
  table: ScoreTable;
}

/** Enough for a group of thousands in seconds. */
const concurrentWrites = 16;

/**
 * Lays a notice out to be sent: once, however often it is written, for a second write of an object raises no event.
 * Listed first, so that what was cut off between the two is seen to be waiting. True: it is new.
 */
export async function writeNotice(notice: Notice, { lake, table }: OutboxDeps): Promise<boolean> {
  const hash = hashOfNotice(notice);
  await keepWaiting(table, hash, notice);
  return putObjectOnce(lake, outboxKey(hash), JSON.stringify(notice), { contentType: 'application/json' });
}

/** Those of them that are new. */
export async function writeNotices(notices: readonly Notice[], deps: OutboxDeps): Promise<Notice[]> {
  const isNew = await mapConcurrently(notices, concurrentWrites, (notice) => writeNotice(notice, deps));
  return notices.filter((_, position) => isNew[position]);
}

/** Throws the fault `NOTICE_GONE`. */
export async function readNotice(lake: Bucket, key: string): Promise<Notice> {
  const stored = await getObject(lake, key);
  if (!stored) throw new Fault('NOTICE_GONE', `${key} is not in the lake`);
  return JSON.parse(new TextDecoder().decode(stored.bytes)) as Notice;
}
