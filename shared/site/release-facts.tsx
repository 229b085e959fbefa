import { formatDate } from '../format/format-date.ts';
import { frameworkNoteVi } from '../frameworks/framework-note.ts';
import type { Changes } from '../release/changes/changes.ts';
import { noPreviousVi } from '../release/changes/changes-words.ts';
import { frameworkVi, periodVi, releaseVi } from '../release/scoreboard-words.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';

/** What a figure must be quoted with, and what a checker starts from. */
export function ReleaseFacts({ scoreboard, changes }: { scoreboard: Scoreboard; changes: Changes | null }) {
  const { framework } = scoreboard;
  const note = frameworkNoteVi(framework);
  return (
    <section aria-labelledby="nguon">
      <h2 id="nguon">Nguồn và phương pháp</h2>
      <dl>
        <dt>Nguồn</dt>
        <dd>Các đơn vị báo cáo, {periodVi(scoreboard)}</dd>
        <dt>Bộ chỉ số</dt>
        <dd>{frameworkVi(scoreboard)}</dd>
        {note !== '' && (
          <>
            <dt id="luu-y">Lưu ý</dt>
            <dd>{note}</dd>
          </>
        )}
        <dt>Làm tròn</dt>
        <dd>Giá trị có 4 chữ số thập phân, từ 5 trở lên làm tròn lên; trung bình cộng lấy từ giá trị đã công bố.</dd>
        <RankRule scoreboard={scoreboard} />
        <dt>Đợt công bố</dt>
        <dd>
          {releaseVi(scoreboard)} <small>({scoreboard.release})</small>
          {changes === null && `; ${noPreviousVi}`}
        </dd>
        <dt>Số liệu đến ngày</dt>
        <dd>
          <time datetime={scoreboard.closing_date}>{formatDate(scoreboard.closing_date)}</time>
        </dd>
        <dt>Mã băm SHA-256 của đầu vào</dt>
        <dd>{scoreboard.inputs_sha256}</dd>
        <dt>Mã băm SHA-256 của bộ chỉ số</dt>
        <dd>{framework.sha256}</dd>
      </dl>
    </section>
  );
}

function RankRule({ scoreboard }: { scoreboard: Scoreboard }) {
  if (scoreboard.ranked_count === 0) return null;
  return (
    <>
      <dt>Thứ hạng</dt>
      <dd>
        Xếp theo giá trị đã làm tròn; giá trị bằng nhau thì đồng hạng, thứ hạng kế tiếp bỏ qua; trong cùng thứ hạng, đơn
        vị xếp theo mã.
      </dd>
    </>
  );
}
