import type { PeriodOf } from '../ledger/chain.ts';
import { getItem, type ItemKey, putItem, putItemOnce, queryPage, type ScoreTable } from '../score-store/score-table.ts';
import type { Notice } from './notice.ts';

/**
 * What became of a notice. `waiting`: not sent yet; `spread`: it was for every unit, and each has one of its own;
 * `no-address`: nobody is written to; `outdated`: it could be sent only after the day it reminds of, or after what
 * it tells of was taken back.
 */
export type NoticeState = 'waiting' | 'sent' | 'spread' | 'no-address' | 'outdated';

/** One line of the list of what was told to whom. A list for people: nothing is decided on it but not to send twice. */
export interface NoticeItem extends Notice {
  /** Hash of what it tells whom; the mail's `X-DTI-Notice`. */
  notice: string;
  /** `waiting`, `sent`, `spread`, `no-address` or `outdated`. */
  state: NoticeState;
  /** When that state was reached, UTC; null: waiting. */
  state_at: string | null;
  /** To whom it went. */
  addresses: string[];
}

const partitionOf = ({ group, period }: PeriodOf) => `NOTICES#${group}#${period}`;
const keyOf = (notice: Notice, hash: string): ItemKey => ({ pk: partitionOf(notice), sk: `${notice.to}#${hash}` });

export async function keepWaiting(table: ScoreTable, hash: string, notice: Notice): Promise<void> {
  const item: NoticeItem = { ...notice, notice: hash, state: 'waiting', state_at: null, addresses: [] };
  await putItemOnce(table, { ...keyOf(notice, hash), ...item });
}

/** Of two deliveries at once the later says the same of a later moment. */
export async function keepState(
  table: ScoreTable,
  hash: string,
  notice: Notice,
  reached: { state: Exclude<NoticeState, 'waiting'>; at: string; addresses?: string[] },
): Promise<void> {
  const { state, at: state_at, addresses = [] } = reached;
  const item: NoticeItem = { ...notice, notice: hash, state, state_at, addresses };
  await putItem(table, { ...keyOf(notice, hash), ...item });
}

export const readNoticeItem = (table: ScoreTable, hash: string, notice: Notice): Promise<NoticeItem | null> =>
  getItem<NoticeItem>(table, keyOf(notice, hash));

/** Lines that one answer holds. */
const pageSize = 200;

/** Those of a unit or owner, or of all, by recipient; `next` asks for the page after. */
export async function readNoticePage(
  table: ScoreTable,
  of: PeriodOf,
  { to, cursor }: { to?: string | undefined; cursor?: string | undefined },
): Promise<{ items: NoticeItem[]; next: string | null }> {
  const among = to === undefined ? '' : `${to}#`;
  return queryPage<NoticeItem>(table, partitionOf(of), { prefix: among, after: cursor, limit: pageSize });
}
