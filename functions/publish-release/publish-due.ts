import { objectExists } from '../../shared/lake/objects.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import { type PeriodOf, periodChain } from '../../shared/ledger/chain.ts';
import { foldPeriod, type PeriodState, type ReleaseState } from '../../shared/ledger/fold-period.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { readPreparedRelease } from '../../shared/release/run-files.ts';
import { readRun } from '../../shared/release/runs.ts';
import { siteWholeKey } from '../../shared/release/site-plan.ts';
import { readAnnounced } from '../../shared/score-store/announced.ts';
import { type CompleteDeps, completeRelease } from './complete-release.ts';
import { draftRelease, releaseCause } from './decide-release.ts';
import { isUnderWay } from './place-pages.ts';
import { publishCalendar } from './publish-calendar.ts';
import { isAhead } from './who-withdraws.ts';

/** How long after its minute something is still looked for: a week of darkness leaves nothing behind. */
const lateMs = 7 * 86_400_000;

/**
 * Every minute: what was announced for now goes out, in the name of whoever approved it, and what a call before this one
 * did not come to the end of, of a release announced or not, is completed. Nothing is asked any more. One that fails does not keep the others.
 */
export async function publishDue(deps: CompleteDeps): Promise<{ published: string[] }> {
  const now = deps.now();
  const noted = await readAnnounced(deps.table, new Date(now.getTime() - lateMs), now);
  const periods = Map.groupBy(noted, (one) => periodChain(one));
  const done = await Promise.allSettled([...periods.values()].map(([of]) => publishPeriod(of!, deps)));
  await publishCalendar(deps);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return { published: done.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])) };
}

/**
 * Every release of the period whose pages do not all stand, whatever was noted: its entry may have another time than its
 * note. The newest first, which completes what it rests on; one that fails does not keep the others. Answers those that stand
 * now.
 */
async function publishPeriod({ group, period }: PeriodOf, deps: CompleteDeps): Promise<string[]> {
  const known = await readPeriod(deps.ledger, { group, period });
  const state = known && (await releaseDue({ group, period }, known, deps));
  const completed: string[] = [];
  const faults: unknown[] = [];
  for (const made of state?.releases.toReversed() ?? []) {
    if (await objectExists(deps.lake, siteWholeKey(made.run_id))) continue;
    try {
      if (!(await completeOne({ group, period }, made, deps))) break;
      completed.push(made.release);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return completed;
}

/** False: the rest of it is for the next minute. Lists and notices that follow from its entry may be missing as well. */
async function completeOne(of: PeriodOf, { run_id, release }: ReleaseState, deps: CompleteDeps): Promise<boolean> {
  const { entries } = await appendToPeriod(deps, of, { cause: releaseCause(run_id), decide: () => null });
  const run = await readRun(run_id, deps);
  if (!run) throw new Fault('RUN_UNKNOWN', `${release} is of run ${run_id}, which is not there`);
  try {
    await completeRelease({ run, files: await readPreparedRelease(deps.lake, run_id) }, foldPeriod(entries)!, deps);
    return true;
  } catch (error) {
    if (isUnderWay(error)) return false;
    throw error;
  }
}

/** Appends what was announced for now, unless it stands already; the moment is that of the calendar, however late this is. */
async function releaseDue(of: PeriodOf, known: PeriodState, deps: CompleteDeps): Promise<PeriodState> {
  const announced = standingAnnouncement(known);
  if (!announced || isAhead(announced, deps.now())) return known;
  const { entries } = await appendToPeriod(deps, of, {
    cause: releaseCause(announced.run_id),
    decide: (chain) => {
      const standing = standingAnnouncement(foldPeriod(chain)!);
      if (standing?.number !== announced.number) return null;
      const { run_id, release, manifest_sha256, despite_vi, corrects, reason_vi } = standing;
      const facts = { run_id, release, manifest_sha256, ...(despite_vi === undefined ? {} : { despite_vi }) };
      const correction = corrects === undefined || reason_vi === undefined ? {} : { corrects, reason_vi };
      const by = { subject: standing.announced_by, role: 'publisher' };
      return draftRelease({ ...facts, ...correction }, standing.public_at, by);
    },
  });
  return foldPeriod(entries)!;
}
