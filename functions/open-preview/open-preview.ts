import { formatDate } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requireReady } from '../../shared/http/require-ready-run.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToPeriod, type LedgerDeps } from '../../shared/ledger/append.ts';
import { foldPeriod, type PeriodState, type Preview } from '../../shared/ledger/fold-period.ts';
import { isOpenPreview, standingPreview } from '../../shared/ledger/preview.ts';
import { deadlineDay, endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import type { Run } from '../../shared/release/runs.ts';
import { releaseNumberOf } from '../../shared/release/selection.ts';

export interface OpenPreviewInput {
  run_id: string;
  /** Last day on which units may object, `YYYY-MM-DD`. */
  until: string;
  /** What the entry follows from. */
  cause: string;
}

export interface OpenPreviewDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface OpenedPreview {
  run_id: string;
  group: string;
  period: string;
  until: string;
  opened_at: string;
  /** Opaque id of the person. */
  opened_by: string;
  open: boolean;
}

/**
 * Lets every unit see what a run came to for it, and object, until a day. Nothing of the period is released before that
 * day is past; a later run may be shown in its place, and a day that was given is never taken back.
 */
export async function openPreview(
  { run_id, until, cause }: OpenPreviewInput,
  caller: Caller,
  deps: OpenPreviewDeps,
): Promise<OpenedPreview> {
  requireRole(caller, 'publisher');
  const run = await requireRun(run_id, deps);
  requireOwner(caller, run.group);
  const until_at = endOfDayInVietnam(until);
  if (until_at <= deps.now().toISOString()) throw untilPast();
  requireSoon(until_at, deps.now());
  const by = await actorOf(deps.table, caller);
  const { entries } = await appendToPeriod(deps, run, {
    cause,
    decide: (known) => {
      const state = foldPeriod(known)!;
      requireShowable(state, run);
      const shown = standingPreview(state);
      if (shown?.run_id === run_id && shown.until_at === until_at) return null;
      requireNoShorter(shown, until_at);
      return { kind: 'preview-opened', at: deps.now().toISOString(), ...by, about: { run_id, until_at } };
    },
  });
  return describe(run, foldPeriod(entries)!.previews.findLast((one) => one.run_id === run_id)!, deps.now());
}

/** Ready, and not of a number that went to another run: what is out already is no preview. */
function requireShowable(state: PeriodState, run: Run): void {
  requireReady(state, run);
  if (releaseNumberOf(run.release) === state.releases.length + 1) return;
  throw new Problem(
    409,
    'number-taken',
    `Số ${run.release} đã công bố; đề nghị chạy lại để có kết quả dự kiến so với đợt đó.`,
    `${run.release} is released; start the run again.`,
  );
}

function requireNoShorter(shown: Preview | null, until_at: string): void {
  if (!shown || until_at >= shown.until_at) return;
  const until = deadlineDay(shown.until_at);
  throw new Problem(
    409,
    'preview-shortened',
    `Đơn vị đã được báo xem kết quả dự kiến đến hết ngày ${formatDate(until)}; không rút ngắn được, đề nghị ghi ngày đó hoặc muộn hơn.`,
    `Units were given until ${until}; write that day or a later one.`,
  );
}

const describe = ({ group, period }: Run, preview: Preview, now: Date): OpenedPreview => ({
  ...{ run_id: preview.run_id, group, period, until: deadlineDay(preview.until_at) },
  ...{ opened_at: preview.at, opened_by: preview.opened_by, open: isOpenPreview(preview, now) },
});

const untilPast = (): Problem =>
  new Problem(
    422,
    'until-past',
    'Ngày cuối xem kết quả dự kiến (until) đã qua; đề nghị ghi hôm nay hoặc một ngày sau.',
    '"until" is past; write today or a later day.',
  );

/** A day that was given is never taken back and holds every release up: a slip in its year would do so for good. */
const mostDays = 92;

function requireSoon(until_at: string, now: Date): void {
  const last = now.getTime() + (mostDays + 1) * 86_400_000;
  if (Date.parse(until_at) <= last) return;
  throw new Problem(
    422,
    'until-far',
    `Ngày cuối xem kết quả dự kiến (until) quá xa: tối đa ${mostDays} ngày kể từ hôm nay, vì ngày đã báo đơn vị không rút ngắn được. Đề nghị kiểm tra lại ngày.`,
    `"until" is more than ${mostDays} days away, and could not be taken back.`,
  );
}
