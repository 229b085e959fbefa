import { Problem } from '../../shared/http/problem.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { announcementOf, standingAnnouncement } from '../../shared/ledger/announcement.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import { type Announcement, foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import { RetryableFault } from '../../shared/observability/fault.ts';
import { noteAnnounced } from '../../shared/score-store/announced.ts';
import type { CompleteDeps } from './complete-release.ts';
import { type Decision, decide, requirePreviewed } from './decide-release.ts';
import { keepAnnounced } from './keep-announced.ts';
import { prepareDecision } from './prepare-decision.ts';
import { publishCalendar } from './publish-calendar.ts';
import { requireUnannounced } from './require-period-ready.ts';

export interface AnnounceInput {
  run_id: string;
  despite?: string | undefined;
  /** ISO 8601, to the minute. */
  public_at: string;
}

/** A release that goes out by itself. */
export interface AnnouncedRelease {
  release: string;
  group: string;
  period: string;
  run_id: string;
  manifest_sha256: string;
  /** UTC. */
  public_at: string;
  announced_at: string;
  /** Opaque id of the person. */
  announced_by: string;
  despite_vi?: string;
}

/**
 * Decides now, with all that a release asks, that a run goes out at a minute. Until then the public can know the minute and
 * nothing else; what is signed is kept in the lake. The same call again finds it announced.
 */
export async function announceRelease(
  input: AnnounceInput,
  caller: Caller,
  deps: CompleteDeps,
): Promise<AnnouncedRelease> {
  const public_at = readMinute(input.public_at, deps.now());
  const { run, files, known, decision } = await prepareDecision(input, caller, deps);
  // Before the entry: a minute that nobody looked at would pass.
  await noteAnnounced(deps.table, { ...run, public_at });
  const state = await appendAnnouncement(decision, public_at, known, deps);
  const announced = requireOwn(announcementOf(state, run.run_id), state, public_at);
  await keepAnnounced(announced, { run, files }, deps);
  await publishCalendar(deps);
  return describe(announced, run);
}

async function appendAnnouncement(
  decision: Decision,
  public_at: string,
  { announcements }: PeriodState,
  deps: CompleteDeps,
): Promise<PeriodState> {
  const { run, by } = decision;
  const withdrawn = announcements.filter((one) => one.run_id === run.run_id && one.withdrawn !== null).length;
  const { entries } = await appendToPeriod(deps, run, {
    cause: `announce/${run.run_id}/${withdrawn + 1}`,
    decide: async (chain) => {
      const facts = await decide(foldPeriod(chain)!, decision, deps);
      requirePreviewed(chain, decision);
      return { kind: 'announced', at: deps.now().toISOString(), ...by, about: { ...facts, public_at } };
    },
  });
  return foldPeriod(entries)!;
}

/** Another minute than the one that stands is no second try of the same. */
function requireOwn(announced: Announcement | null, state: PeriodState, public_at: string): Announcement {
  if (!announced) throw new RetryableFault('ANNOUNCEMENT_GONE', 'it was withdrawn meanwhile');
  if (announced.public_at !== public_at && standingAnnouncement(state)) requireUnannounced(state);
  return announced;
}

const describe = (announced: Announcement, { group, period }: { group: string; period: string }): AnnouncedRelease => {
  const { release, run_id, manifest_sha256, public_at, announced_at, announced_by, despite_vi } = announced;
  return {
    ...{ release, group, period, run_id, manifest_sha256, public_at, announced_at, announced_by },
    ...(despite_vi === undefined ? {} : { despite_vi }),
  };
};

/** A slip in the year would hold every other release up. */
const mostDays = 92;

function readMinute(text: string, now: Date): string {
  const at = Date.parse(text);
  if (Number.isNaN(at) || at % 60_000 !== 0)
    throw new Problem(
      422,
      'public-at-unreadable',
      'Thời điểm công bố (public_at) cần ghi đến phút, ví dụ 2026-12-01T09:00:00+07:00.',
      'Write "public_at" to the minute, as in 2026-12-01T09:00:00+07:00.',
    );
  const ahead = at - now.getTime();
  if (ahead > 0 && ahead <= mostDays * 86_400_000) return new Date(at).toISOString();
  throw new Problem(
    422,
    'public-at-out-of-range',
    `Thời điểm công bố (public_at) cần ở sau lúc này và trong vòng ${mostDays} ngày.`,
    `"public_at" has to lie ahead, within ${mostDays} days.`,
  );
}
