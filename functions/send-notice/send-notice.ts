import { dayInVietnam } from '../../shared/format/format-date.ts';
import { parseOutboxKey } from '../../shared/lake/keys.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { readContacts } from '../../shared/notices/contacts.ts';
import { everyUnit, hashOfNotice, type Notice } from '../../shared/notices/notice.ts';
import { keepState, readNoticeItem } from '../../shared/notices/notice-list.ts';
import { readNotice, writeNotices } from '../../shared/notices/outbox.ts';
import type { SendMail } from '../../shared/notices/send-mail.ts';
import { writeMail } from '../../shared/notices/write-mail.ts';
import { Fault } from '../../shared/observability/fault.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { membersOf } from '../../shared/units/registry.ts';

export interface SendNoticeDeps {
  lake: Bucket;
  table: ScoreTable;
  sendMail: SendMail;
  /** Where the portal is, without a path. */
  portalOrigin: string;
  now: () => Date;
}

/**
 * Sends one notice of the outbox, at least once: it is marked after it went out. One for every unit becomes one for
 * each. Throws the faults `OUTBOX_KEY_UNKNOWN` and `NOTICE_GONE`, and whatever the mail service refuses.
 */
export async function sendNotice(key: string, deps: SendNoticeDeps): Promise<void> {
  const hash = parseOutboxKey(key);
  if (hash === null) throw new Fault('OUTBOX_KEY_UNKNOWN', `${key} is no notice`);
  const notice = await readNotice(deps.lake, key);
  const known = await readNoticeItem(deps.table, hash, notice);
  if (known && known.state !== 'waiting') return;
  const reached = await deliver(notice, hash, deps);
  await keepState(deps.table, hash, notice, { ...reached, at: deps.now().toISOString() });
}

type Reached = Pick<Parameters<typeof keepState>[3], 'state' | 'addresses'>;

async function deliver(notice: Notice, hash: string, deps: SendNoticeDeps): Promise<Reached> {
  if (await isTakenBack(notice, deps.table)) return { state: 'outdated' };
  if (notice.to === everyUnit) return spread(notice, deps);
  if (isOutdated(notice, deps.now())) return { state: 'outdated' };
  const { addresses = [] } = (await readContacts(deps.table, notice.to)) ?? {};
  if (addresses.length === 0) return { state: 'no-address' };
  await deps.sendMail({ to: addresses, ...writeMail(notice, deps.portalOrigin, deps.now()), notice: hash });
  return { state: 'sent', addresses };
}

async function spread(notice: Notice, deps: SendNoticeDeps): Promise<Reached> {
  const members = membersOf(notice.group, notice.period);
  await writeNotices(
    members.map(({ unit_id }) => ({ ...notice, to: unit_id })),
    deps,
  );
  return { state: 'spread' };
}

/** That it was withdrawn is told as well by now, perhaps before: of the two in the wrong order the later would be believed. */
async function isTakenBack({ kind, about, ...told }: Notice, table: ScoreTable): Promise<boolean> {
  if (kind !== 'announced') return false;
  const withdrawals = [told.to, everyUnit].map((to): Notice => {
    return { ...told, to, kind: 'announcement-withdrawn', about: { number: about.number! } };
  });
  const listed = await Promise.all(withdrawals.map((one) => readNoticeItem(table, hashOfNotice(one), one)));
  return listed.some((item) => item !== null);
}

/** Of a queue that stood still for days: nobody is told that there are days left when there are none, or of a minute past. */
const isOutdated = ({ kind, about }: Notice, now: Date): boolean =>
  (kind === 'reminder' && String(about.deadline) < dayInVietnam(now.toISOString())) ||
  (kind === 'announced' && String(about.public_at) <= now.toISOString());
