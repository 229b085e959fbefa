import { requireGroupPeriod, requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import { type Caller, isUnitRole } from '../../shared/identity/caller.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { everyUnit } from '../../shared/notices/notice.ts';
import { type NoticeItem, readNoticePage } from '../../shared/notices/notice-list.ts';
import { recipientName, wordsOf } from '../../shared/notices/write-mail.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { owners } from '../../shared/units/owners.ts';

/** One notice in the list: what was told to whom, and what became of it. */
export interface NoticeLine extends Pick<NoticeItem, 'notice' | 'kind' | 'state' | 'at' | 'state_at' | 'addresses'> {
  /** Id of a unit, or of the owner of the group. */
  unit_id: string;
  unit_name_vi: string;
  subject_vi: string;
}

export interface NoticePage {
  notices: NoticeLine[];
  /** Of the page after, for `cursor`; null: this was the last. */
  next: string | null;
}

export interface ReadNoticesInput extends PeriodOf {
  unit_id?: string | undefined;
  cursor?: string | undefined;
}

interface Deps {
  table: ScoreTable;
  now: () => Date;
}

/** Newest first within a unit; a unit reads its own. */
export async function readNotices(input: ReadNoticesInput, caller: Caller, deps: Deps): Promise<NoticePage> {
  requireRole(caller, 'officer', 'certifier', 'publisher', 'operator');
  const { group, period, cursor } = input;
  requireGroupPeriod(group, period);
  const to = input.unit_id ?? (isUnitRole(caller.role) ? (caller.unit_id ?? '') : undefined);
  if (to !== undefined) requireRecipientIn(to, input, caller);
  requireOwner(caller, group);
  if (cursor !== undefined) requireCursor(cursor, to);
  const { items, next } = await readNoticePage(deps.table, { group, period }, { to, cursor });
  const shown = items.filter((item) => item.to !== everyUnit).map((item) => lineOf(item, deps.now()));
  return { notices: shown.sort(byUnitAndTime), next };
}

function requireRecipientIn(to: string, { group, period }: PeriodOf, caller: Caller): void {
  requireUnit(caller, to);
  if (!owners.some(({ owner }) => owner === to)) requireMember(to, group, period);
}

function requireCursor(cursor: string, to: string | undefined): void {
  const [recipient = '', hash = '', ...rest] = cursor.split('#');
  const isOurs = rest.length === 0 && /^[A-Za-z0-9-]+$/.test(recipient) && /^[0-9a-f]{64}$/.test(hash);
  if (isOurs && (to === undefined || to === recipient)) return;
  throw new Problem(
    400,
    'cursor-invalid',
    'Tham số "cursor" không phải giá trị "next" của trang trước; đề nghị đọc lại từ trang đầu.',
    '"cursor" is not the "next" of a page before; begin with the first page.',
  );
}

function lineOf(item: NoticeItem, now: Date): NoticeLine {
  const { notice, kind, state, at, state_at, addresses, to } = item;
  const sentAt = state_at === null ? now : new Date(state_at);
  const { subject: subject_vi } = wordsOf(item, sentAt);
  return { notice, kind, unit_id: to, unit_name_vi: recipientName(to), subject_vi, state, at, state_at, addresses };
}

const byUnitAndTime = (a: NoticeLine, b: NoticeLine): number =>
  a.unit_id === b.unit_id ? (a.at < b.at ? 1 : -1) : a.unit_id < b.unit_id ? -1 : 1;
