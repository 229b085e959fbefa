import { formatDate } from '../../shared/format/format-date.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { isOpenPreview, standingPreview } from '../../shared/ledger/preview.ts';
import { deadlineDay } from '../../shared/periods/deadline.ts';

/** What units were given until a day to object to does not go out before, nor does anything in its place. */
export function requirePreviewOver(state: PeriodState, now: Date): void {
  const preview = standingPreview(state);
  if (!preview || !isOpenPreview(preview, now)) return;
  const until = deadlineDay(preview.until_at);
  throw new Problem(
    409,
    'preview-open',
    `Kết quả dự kiến đang mở cho đơn vị xem và nêu ý kiến đến hết ngày ${formatDate(until)}; chỉ công bố được sau ngày đó.`,
    `The preview is open to units until ${until}; release after that day.`,
    { members: { until } },
  );
}
