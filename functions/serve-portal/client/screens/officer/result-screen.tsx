import { useEffect } from 'preact/hooks';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import { download } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Said } from '../../parts/said.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useQuery } from '../../use-query.ts';
import { useSay } from '../../words.ts';
import { DownloadButton } from './download-button.tsx';
import { useEdits } from './edits.ts';
import { ErrorSummary, focusRow } from './error-summary.tsx';
import { FilterBar } from './filter-bar.tsx';
import { everything, filterRows, firstFilter, isFilter } from './filters.ts';
import { GridTable } from './grid-table.tsx';
import { loadGrid } from './load-grid.ts';
import { allFindings, receiptSentence } from './receipt-sentence.ts';
import { SelfScore } from './self-score.tsx';
import { submissionsPath } from './unit-path.ts';

/** What became of a file: a sentence, what is to be mended, and the form as it was read, to be corrected in place. */
export function ResultScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const receipt = params.receipt!;
  const title = say({ vi: `Kết quả lần gửi ${receipt}`, en: `Result of submission ${receipt}` });
  return (
    <Page title={`${title}, ${say(periodName(of.period))}`}>
      <Loaded from={(signal) => loadGrid(of, receipt, me, signal)} on={[receipt]}>
        {(grid) => <Result grid={grid} me={me} />}
      </Loaded>
    </Page>
  );
}

function Result({ grid, me }: { grid: Grid; me: ScreenProps['me'] }) {
  const say = useSay();
  const store = useEdits(grid, `${grid.receipt}`, me);
  const [query] = useQuery();
  const [chosen, row] = [query.get('loc'), query.get('dong')];
  const filter = isFilter(chosen) ? chosen : chosen === everything ? null : firstFilter(grid);
  useEffect(() => {
    if (row) focusRow(row);
  }, [row]);
  const canEdit = me.role === 'officer' && grid.status !== 'received';
  return (
    <>
      <p class={grid.status === 'rejected' ? 'state trouble' : 'state good'}>
        {say(receiptSentence({ ...grid, findings: allFindings(grid) }))}
      </p>
      {grid.returned && <Returned text={grid.returned.text_vi} />}
      <ErrorSummary grid={grid} />
      {grid.status === 'accepted' && <SelfScore grid={grid} me={me} />}
      <Actions grid={grid} me={me} />
      {grid.rows_kept !== 'read' && <p class="warn">{say(grid.rows_kept === 'figures' ? figuresOnly : noRows)}</p>}
      <FilterBar grid={grid} filter={filter} edits={store.edits} />
      <GridTable
        grid={grid}
        rows={filterRows(grid.rows, filter, store.edits)}
        edits={store.edits}
        onEdit={canEdit ? store.change : null}
      />
      {Object.keys(store.edits).length > 0 && <Unsent count={Object.keys(store.edits).length} grid={grid} />}
    </>
  );
}

/** In the words of the head of the unit. */
function Returned({ text }: { text: string }) {
  const say = useSay();
  return (
    <div class="warn">
      <p>{say({ vi: 'Lãnh đạo đơn vị trả lại với ý kiến:', en: 'The head of the unit sent it back:' })}</p>
      <blockquote>
        <Said text={text} />
      </blockquote>
    </div>
  );
}

const figuresOnly = {
  vi: 'Lần gửi này được kiểm tra trước khi hệ thống giữ lại từng dòng; chỉ có các số liệu đã tiếp nhận.',
  en: 'Checked before rows were kept: only the accepted figures are known.',
};
const noRows = {
  vi: 'Không đọc được các dòng của tệp này, nên bảng dưới đây chỉ nêu những gì được hỏi.',
  en: 'The rows of this file were not read: the table only says what is asked for.',
};

function Actions({ grid, me }: { grid: Grid; me: ScreenProps['me'] }) {
  const say = useSay();
  const { group, period, receipt } = grid;
  const path = (file: string) => submissionsPath(grid, me, 'receipts', `${receipt}`, file);
  return (
    <p class="bar">
      <a class="button" href={addressOf('bien-nhan', group, period, `${receipt}`)}>
        {say({ vi: 'Biên nhận', en: 'Receipt' })}
      </a>
      {grid.format === 'xlsx' && (
        <DownloadButton
          label={say({ vi: 'Tải tệp Excel có đánh dấu lỗi', en: 'Download the marked workbook' })}
          fetch={() => download(path('answer.xlsx'))}
        />
      )}
      <DownloadButton
        label={say({ vi: 'Tải tệp đã gửi', en: 'Download what was sent' })}
        fetch={() => download(path('file'))}
      />
      <a class="button" href={addressOf('lich-su', group, period)}>
        {say({ vi: 'Lịch sử gửi', en: 'What was sent' })}
      </a>
      {me.role === 'officer' && (
        <a class="button" href={addressOf('gui', group, period)}>
          {say({ vi: 'Gửi tệp khác', en: 'Send another file' })}
        </a>
      )}
    </p>
  );
}

/** Stays in sight while something is changed and not sent. */
function Unsent({ count, grid: { group, period, receipt } }: { count: number; grid: Grid }) {
  const say = useSay();
  return (
    <p class="unsent" role="status">
      <span>
        {say({
          vi: `Đã sửa ${count} dòng, chưa gửi. Giữ trong thẻ trình duyệt này cho đến khi gửi.`,
          en: `${count} rows edited, not sent. Kept in this tab until they are.`,
        })}
      </span>
      <a class="button main" href={addressOf('kiem-tra', group, period, `${receipt}`)}>
        {say({ vi: 'Kiểm tra và gửi', en: 'Check and send' })}
      </a>
    </p>
  );
}
