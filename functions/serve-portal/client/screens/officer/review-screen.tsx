import type { Grid } from '../../../../read-submissions/read-grid.ts';
import type { ValuesAnswer } from '../../../../submit-values/submit-values.ts';
import { post } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { ChangeList } from './change-list.tsx';
import { type Correction, correctedRows } from './corrected-rows.ts';
import { type EditStore, useEdits } from './edits.ts';
import { everything } from './filters.ts';
import { loadGrid } from './load-grid.ts';
import { SendCorrection } from './send-correction.tsx';
import { submissionsPath } from './unit-path.ts';

/** A page of its own before corrections are sent: what changes, what is still wrong, and what sending means. */
export function ReviewScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  return (
    <Page title={`${say({ vi: 'Kiểm tra và gửi', en: 'Check and send' })}, ${say(periodName(of.period))}`}>
      <Loaded from={(signal) => loadGrid(of, params.receipt!, me, signal)}>
        {(grid) => <Review grid={grid} me={me} />}
      </Loaded>
      <p>
        <a href={addressOf('lan-gui', of.group, of.period, params.receipt!)}>
          {say({ vi: 'Quay lại bảng số liệu', en: 'Back to the figures' })}
        </a>
      </p>
    </Page>
  );
}

function Review({ grid, me }: { grid: Grid; me: ScreenProps['me'] }) {
  const say = useSay();
  const store = useEdits(grid, `${grid.receipt}`, me);
  const correction = correctedRows(grid, store.edits);
  if (Object.keys(store.edits).length === 0) {
    return <p>{say({ vi: 'Chưa có dòng nào được sửa.', en: 'No row was edited.' })}</p>;
  }
  return (
    <>
      <ChangeList grid={grid} edits={store.edits} />
      {correction.unread.length > 0 ? (
        <Unread correction={correction} grid={grid} />
      ) : (
        <Judged grid={grid} me={me} store={store} correction={correction} />
      )}
    </>
  );
}

/** What keeps it from being sent stands where the button would be. */
function Unread({ correction, grid }: { correction: Correction; grid: Grid }) {
  const say = useSay();
  const address = addressOf('lan-gui', grid.group, grid.period, `${grid.receipt}`);
  return (
    <div class="trouble">
      <p>
        {say({
          vi: `Còn ${correction.unread.length} dòng chưa đọc được số liệu nên chưa gửi được. Đề nghị sửa, hoặc xóa trống và ghi lý do:`,
          en: `${correction.unread.length} rows are not read as figures, so nothing can be sent. Mend them, or blank them with a reason:`,
        })}
      </p>
      <ul>
        {correction.unread.map((row) => (
          <li key={row.position}>
            <a href={`${address}?loc=${everything}&dong=${row.position}`}>
              {row.number} {say({ vi: row.name_vi, en: row.name_en })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface JudgedProps {
  grid: Grid;
  me: ScreenProps['me'];
  store: EditStore;
  correction: Correction;
}

/** Asks the API what it would answer; nothing is kept of that. */
function Judged({ grid, me, store, correction }: JudgedProps) {
  const path = `${submissionsPath(grid, me)}?${grid.partial ? 'partial=true&' : ''}dry_run=true`;
  return (
    <Loaded from={() => post<ValuesAnswer>(path, correction.rows)}>
      {(judged) => <SendCorrection grid={grid} me={me} store={store} correction={correction} judged={judged} />}
    </Loaded>
  );
}
