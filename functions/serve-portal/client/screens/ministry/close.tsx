import type { Board } from '../../../../read-board/read-board.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { formatLastDay } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useSay, type Word } from '../../words.ts';
import { BoardCounts } from './board-counts.tsx';
import { apiPeriod, capital } from './period-of.ts';

/** Closing a period: what stands then, what it means, and the one button. */
export function Close({ params }: ScreenProps) {
  const say = useSay();
  const at = `/v1/periods/${apiPeriod(params)}`;
  const act = useAct();
  const saidOf = (word: Word | null) => word && say(word);
  const close = () =>
    act.run(async () => {
      await post(`${at}/close`, {});
      location.hash = addressOf('ky', params.group!, params.period!, 'tinh-diem');
    });
  return (
    <Page title={say({ vi: 'Đóng kỳ', en: 'Close the period' })}>
      <Loaded from={(signal) => get<Board>(`${at}/board`, signal)}>
        {(board) => (
          <>
            <p>
              {capital(board.period_label_vi)} · {board.group_name_vi}
            </p>
            <BoardCounts board={board} />
            <p class="notice">
              {say({
                vi: 'Sau khi đóng, số liệu gửi đến chỉ được lưu, không được tính; thẩm định và giải trình dừng lại. Một đơn vị chỉ được gửi tiếp khi được mở lại, có ghi lý do. Việc đóng kỳ không rút lại được.',
                en: 'Then what comes in is kept and does not count; appraisal and answers end. A unit sends again only when reopened, with a reason. It cannot be undone.',
              })}
            </p>
            <EarlyClosing board={board} at={params} />
            <ActButton act={act} onAct={close} keptFrom={saidOf(keptOpen(board))}>
              {say({ vi: 'Đóng kỳ', en: 'Close the period' })}
            </ActButton>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Before the deadline it closes only when nobody is missing: what can be done until then. */
function EarlyClosing({ board, at: { group, period } }: { board: Board; at: ScreenProps['params'] }) {
  const say = useSay();
  if (board.kept_open === null) return null;
  return (
    <p class="bar">
      <a class="button" href={addressOf('thong-bao', group!, period!, 'nhac')}>
        {say({ vi: 'Nhắc đơn vị', en: 'Remind units' })}
      </a>
      <a class="button" href={addressOf('ky', group!, period!)}>
        {say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}
      </a>
    </p>
  );
}

/** Why the button does nothing yet. */
function keptOpen({ kept_open, not_in, deadline_at }: Board): Word | null {
  if (kept_open === null) return null;
  const vi = `Chưa đóng được: còn ${not_in} đơn vị chưa có số liệu được tính`;
  const en = `Not yet: nothing of ${not_in} units counts`;
  if (kept_open === 'last_day') return { vi: `${vi} và kỳ chưa kết thúc.`, en: `${en}, and the period is not over.` };
  const day = formatLastDay(deadline_at!);
  return { vi: `${vi} và hạn gửi là hết ngày ${day}.`, en: `${en}, and reports are due by the end of ${day}.` };
}
