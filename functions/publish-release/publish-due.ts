import { objectExists } from '../../shared/lake/objects.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { readPreparedRelease } from '../../shared/release/run-files.ts';
import { readRun } from '../../shared/release/runs.ts';
import { siteWholeKey } from '../../shared/release/site-plan.ts';
import { type AnnouncedPeriod, readAnnounced } from '../../shared/score-store/announced.ts';
import { type CompleteDeps, completeRelease } from './complete-release.ts';
import { draftRelease, releaseCause } from './decide-release.ts';
import { isUnderWay } from './place-pages.ts';
import { publishCalendar } from './publish-calendar.ts';

/** How long after its minute something is still looked for: a week of darkness leaves nothing behind. */
const lateMs = 7 * 86_400_000;

/**
 * Every minute: what was announced for now goes out, in the name of whoever approved it, and what a call before this one
 * did not come to the end of, of a release announced or not, is completed. Nothing is asked any more. One that fails does not keep the others.
 */
export async function publishDue(deps: CompleteDeps): Promise<{ published: string[] }> {
  const now = deps.now();
  const due = await readAnnounced(deps.table, new Date(now.getTime() - lateMs), now);
  const done = await Promise.allSettled(due.map((one) => publishOne(one, deps)));
  await publishCalendar(deps);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return { published: done.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : [])) };
}

/** Null: it was withdrawn, or is out, or is for the next minute to complete. */
async function publishOne({ group, period, public_at }: AnnouncedPeriod, deps: CompleteDeps): Promise<string | null> {
  const known = await readPeriod(deps.ledger, { group, period });
  const state = known && (await releaseDue({ group, period, public_at }, known, deps));
  const made = state?.releases.find(({ released_at }) => released_at === public_at);
  if (!state || !made || (await objectExists(deps.lake, siteWholeKey(made.run_id)))) return null;
  const run = await readRun(made.run_id, deps);
  if (!run) throw new Fault('RUN_UNKNOWN', `${made.release} is of run ${made.run_id}, which is not there`);
  const decided = { run, files: await readPreparedRelease(deps.lake, run.run_id) };
  try {
    await completeRelease(decided, state, deps);
  } catch (error) {
    if (isUnderWay(error)) return null;
    throw error;
  }
  return made.release;
}

/** Appends the release unless it stands already; the moment is that of the calendar, however late this is. */
async function releaseDue(of: AnnouncedPeriod, known: PeriodState, deps: CompleteDeps): Promise<PeriodState> {
  const announced = standingAnnouncement(known);
  if (announced?.public_at !== of.public_at) return known;
  const { entries } = await appendToPeriod(deps, of, {
    cause: releaseCause(announced.run_id),
    decide: (chain) => {
      const standing = standingAnnouncement(foldPeriod(chain)!);
      if (standing?.number !== announced.number) return null;
      const { run_id, release, manifest_sha256, despite_vi, corrects, reason_vi } = standing;
      const facts = { run_id, release, manifest_sha256, ...(despite_vi === undefined ? {} : { despite_vi }) };
      const correction = corrects === undefined || reason_vi === undefined ? {} : { corrects, reason_vi };
      const by = { subject: standing.announced_by, role: 'publisher' };
      return draftRelease({ ...facts, ...correction }, of.public_at, by);
    },
  });
  return foldPeriod(entries)!;
}
