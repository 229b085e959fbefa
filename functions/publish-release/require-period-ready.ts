import { formatDate, timeInVietnam } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import type { PeriodState, ReleaseState } from '../../shared/ledger/fold-period.ts';
import { lastDayOf, parsePeriod, periodNamedVi } from '../../shared/periods/period.ts';
import { isPeriodOver } from '../../shared/periods/period-over.ts';
import { releaseNameVi } from '../../shared/release/release-name.ts';
import type { Run } from '../../shared/release/runs.ts';
import { releaseNumberOf } from '../../shared/release/selection.ts';
import { groupNameVi } from '../../shared/units/names.ts';

export function requireClosed({ state }: PeriodState, { group, period }: Run): void {
  if (state === 'closed') return;
  throw new Problem(
    409,
    'period-open',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đang nhận báo cáo; đề nghị đóng kỳ rồi công bố.`,
    `Period ${period} of ${group} is ${state}; close it first.`,
  );
}

export function requireOver({ period }: Run, now: Date): void {
  if (isPeriodOver(period, now)) return;
  const last = lastDayOf(parsePeriod(period));
  throw new Problem(
    409,
    'period-not-over',
    `Kỳ ${periodNamedVi(period)} chưa kết thúc; chỉ công bố được sau ngày cuối của kỳ, đề nghị công bố sau ngày ${formatDate(last)}.`,
    `Period ${period} is not over.`,
    { members: { until: last } },
  );
}

export function requireNextNumber(state: PeriodState, { release, run_id }: Run): void {
  requireUnannounced(state);
  const { releases } = state;
  const made = releases.find((one) => one.run_id === run_id);
  if (made) refuseReleased(made);
  if (releaseNumberOf(release) === releases.length + 1) return;
  throw new Problem(
    409,
    'number-taken',
    `Số của đợt công bố ${releaseNameVi(release)} đã thuộc về lần tính điểm khác; đề nghị chạy lại để xem trước so với đợt đó.`,
    `${release} belongs to another run; start the run again.`,
  );
}

/** Of two publishers at once the later wanted a minute for what the other had just released. */
function refuseReleased({ release, released_at }: ReleaseState): never {
  throw new Problem(
    409,
    'already-released',
    `Đợt công bố ${releaseNameVi(release)} đã được quyết định công bố lúc ${timeInVietnam(released_at)}; không ấn định thời điểm khác được.`,
    `${release} was released at ${released_at}; no minute can be given to it.`,
    { members: { released_at } },
  );
}

/** The number is its own until it is out or withdrawn. */
export function requireUnannounced(state: PeriodState): void {
  const announced = standingAnnouncement(state);
  if (!announced) return;
  const { release, public_at } = announced;
  throw new Problem(
    409,
    'release-announced',
    `Đợt công bố ${releaseNameVi(release)} đã được ấn định công bố lúc ${timeInVietnam(public_at)}; đề nghị chờ đến lúc đó, hoặc rút lại kèm lý do.`,
    `${release} is announced for ${public_at}; wait until then, or withdraw it with a reason.`,
    { members: { public_at } },
  );
}
