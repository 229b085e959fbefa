import { formatDate, timeInVietnam } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
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

export function requireNextNumber(state: PeriodState, { release }: Run): void {
  requireUnannounced(state);
  const { releases } = state;
  if (releaseNumberOf(release) === releases.length + 1) return;
  throw new Problem(
    409,
    'number-taken',
    `Số của đợt công bố ${releaseNameVi(release)} đã thuộc về lần tính điểm khác; đề nghị chạy lại để xem trước so với đợt đó.`,
    `${release} belongs to another run; start the run again.`,
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
