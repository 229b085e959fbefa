import { timeInVietnam } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import { type Announcement, foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import type { CompleteDeps } from './complete-release.ts';
import { publishCalendar } from './publish-calendar.ts';
import { isAhead, isOfTheTwo } from './who-withdraws.ts';

export interface WithdrawInput {
  run_id: string;
  reason: string;
}

export interface WithdrawnRelease {
  release: string;
  run_id: string;
  public_at: string;
  withdrawn_at: string;
  /** Opaque id of the person. */
  withdrawn_by: string;
  reason_vi: string;
}

/** Takes back what was announced, before its minute; its number is free again. Either of the two may: who runs, who approves. */
export async function withdrawRelease(
  { run_id, reason }: WithdrawInput,
  caller: Caller,
  deps: CompleteDeps,
): Promise<WithdrawnRelease> {
  requireRole(caller, 'publisher');
  const run = await requireRun(run_id, deps);
  requireOwner(caller, run.group);
  const by = await actorOf(deps.table, caller);
  const announced = lastOf(await readPeriod(deps.ledger, run), run_id);
  const { entries } = await appendToPeriod(deps, run, {
    cause: `withdraw/${announced.number}`,
    decide: async (chain) => {
      const state = foldPeriod(chain)!;
      if (standingAnnouncement(state)?.number !== announced.number) throw notAnnounced();
      requireAhead(announced, deps.now());
      await requireOfTheTwo(by.subject, announced, state, deps.table);
      const { number, public_at } = announced;
      const about = { run_id, announced: number, public_at, reason_vi: reason };
      return { kind: 'announcement-withdrawn', at: deps.now().toISOString(), ...by, about };
    },
  });
  await publishCalendar(deps);
  const { withdrawn, release, public_at } = lastOf(foldPeriod(entries), run_id);
  const { at: withdrawn_at, by: withdrawn_by, reason_vi } = withdrawn!;
  return { release, run_id, public_at, withdrawn_at, withdrawn_by, reason_vi };
}

function lastOf(state: PeriodState | null, runId: string): Announcement {
  const found = state?.announcements.findLast(({ run_id }) => run_id === runId);
  if (found) return found;
  throw notAnnounced();
}

function requireAhead(announced: Announcement, now: Date): void {
  if (isAhead(announced, now)) return;
  const { public_at } = announced;
  throw new Problem(
    409,
    'announcement-due',
    `Đã đến thời điểm công bố (${timeInVietnam(public_at)}) nên không rút lại được; sai sót được đính chính bằng đợt sau.`,
    'Its minute has come; a mistake is corrected by a later release.',
  );
}

async function requireOfTheTwo(...asked: Parameters<typeof isOfTheTwo>): Promise<void> {
  if (await isOfTheTwo(...asked)) return;
  throw new Problem(
    403,
    'announced-by-others',
    'Chỉ người chạy tính điểm hoặc người đã ấn định công bố mới rút lại được.',
    'Only who ran it, or who announced it, may withdraw it.',
  );
}

const notAnnounced = (): Problem =>
  new Problem(
    409,
    'not-announced',
    'Lần tính điểm này không được ấn định công bố, hoặc đã công bố, đã rút lại.',
    'The run is not announced, or is out or withdrawn already.',
  );
