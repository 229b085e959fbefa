import type { PeriodOf } from '../ledger/chain.ts';
import type { PeriodState, Preview } from '../ledger/fold-period.ts';
import { standingPreview } from '../ledger/preview.ts';
import { Problem } from './problem.ts';

/** The run that units may see; 409 where nothing was opened to them since the last release. */
export function requirePreview(state: PeriodState, { group, period }: PeriodOf): Preview {
  const preview = standingPreview(state);
  if (preview) return preview;
  throw new Problem(
    409,
    'preview-unopened',
    `Kỳ ${period} chưa có kết quả dự kiến mở cho đơn vị xem; đề nghị chờ thông báo của cơ quan chủ trì, hoặc xem kết quả đã công bố.`,
    `No preview of ${group} ${period} is open to units.`,
  );
}
