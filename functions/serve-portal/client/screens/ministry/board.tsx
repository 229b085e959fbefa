import { useEffect } from 'preact/hooks';
import type { PeriodView } from '../../../../../shared/ledger/describe-period.ts';
import type { Board } from '../../../../read-board/read-board.ts';
import type { UnitsPage } from '../../../../read-board/read-units.ts';
import { download } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble, tellError } from '../../parts/trouble.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useLive } from '../../use-live.ts';
import { useSay } from '../../words.ts';
import { BoardCounts } from './board-counts.tsx';
import { BoardDays } from './board-days.tsx';
import { BoardFindings, BoardToCall } from './board-lists.tsx';
import { BoardMap } from './board-map.tsx';
import { BoardUnits } from './board-units.tsx';
import { NextSteps } from './next-steps.tsx';
import { apiPeriod, capital } from './period-of.ts';
import { PeriodSentence } from './period-sentence.tsx';

/** Seconds between two looks at a board that somebody watches. */
const boardSeconds = 15;

/** The live board of a period: on a desk, on a phone, on the wall of an operations centre. */
export function BoardScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const at = `/v1/periods/${apiPeriod(params)}`;
  const act = useAct();
  const live = useLive(async (signal) => {
    const [period, board, page] = await Promise.all([
      get<PeriodView>(at, signal),
      get<Board>(`${at}/board`, signal),
      get<UnitsPage>(`${at}/units`, signal),
    ]);
    return { period, board, page };
  }, boardSeconds);
  useWall();
  if (!live.value) {
    const title = say({ vi: 'Bảng theo dõi', en: 'Board' });
    return <Page title={title}>{live.error ? <Trouble error={live.error} again={live.refresh} /> : <Waiting />}</Page>;
  }
  const { period, board, page } = live.value;
  return (
    <Page title={`${capital(board.period_label_vi)} · ${board.group_name_vi}`}>
      <PeriodSentence period={period} />
      <Updated at={live.at} error={live.error} />
      <ActButton minor act={act} onAct={() => act.run(() => download(`${at}/status.xlsx`))}>
        {say({ vi: 'Tải tình hình nộp, Excel', en: 'Download submission status, Excel' })}
      </ActButton>
      <NextSteps period={period} board={board} role={me.role} />
      <BoardCounts board={board} />
      <div class="wall-grid">
        <BoardDays board={board} />
        <BoardMap group={board.group} period={board.period} units={page.units} />
        <BoardToCall board={board} />
        <BoardFindings board={board} />
      </div>
      <BoardUnits board={board} first={page} at={at} />
    </Page>
  );
}

function Waiting() {
  const say = useSay();
  return <p role="status">{say({ vi: 'Đang tải…', en: 'Loading…' })}</p>;
}

const clock = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' });

/** When the figures below were true; a look that failed says so and leaves them. Not announced: it would never end. */
function Updated({ at, error }: { at: number; error: unknown }) {
  const say = useSay();
  const time = clock.format(at);
  return error ? (
    <p class="warn" role="status">
      {say(tellError(error))} {say({ vi: `Số liệu dưới đây là lúc ${time}.`, en: `What is below is of ${time}.` })}
    </p>
  ) : (
    <p class="hint">{say({ vi: `Cập nhật ${time}, tự làm mới mỗi 15 giây`, en: `As of ${time}, every 15 seconds` })}</p>
  );
}

/** The board takes the whole width of a wall. */
function useWall() {
  useEffect(() => {
    const main = document.getElementById('noi-dung');
    main?.classList.add('wall');
    return () => main?.classList.remove('wall');
  }, []);
}
