import { useEffect, useRef, useState } from 'preact/hooks';
import type { Grid } from '../../../../read-submissions/read-grid.ts';
import type { UnitSubmissions } from '../../../../read-submissions/read-submissions.ts';
import type { ValuesAnswer } from '../../../../submit-values/submit-values.ts';
import { call, post } from '../../api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { ProgressLine } from '../../upload/progress-line.tsx';
import { type Progress, persist } from '../../upload/wait-online.ts';
import { useSay } from '../../words.ts';
import type { Correction } from './corrected-rows.ts';
import type { EditStore } from './edits.ts';
import { everything } from './filters.ts';
import { FindingLine } from './finding-line.tsx';
import { countOf } from './receipt-sentence.ts';
import { useRowName } from './row-name.tsx';
import { submissionsPath } from './unit-path.ts';

interface SendProps {
  grid: Grid;
  me: ScreenProps['me'];
  store: EditStore;
  correction: Correction;
  judged: ValuesAnswer;
}

/** What will be sent in figures, what sending means, and the button; or what keeps it from being of use. */
export function SendCorrection({ grid, me, store, correction, judged }: SendProps) {
  const say = useSay();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** The newest submission that the person was told of. */
  const [newest, setNewest] = useState(grid.receipt);
  /** Of which correction a try may have come through: then the newest may be this one. */
  const tried = useRef<string | null>(null);
  const abort = useRef(new AbortController());
  useEffect(() => () => abort.current.abort(), []);
  const errors = countOf(judged, 'error');
  const send = async () => {
    setError(null);
    const path = `${submissionsPath(grid, me)}${grid.partial ? '?partial=true' : ''}`;
    const key = await keyOf(correction, store.nonce);
    const telling = { tell: setProgress, signal: abort.current.signal };
    const look = () => (tried.current === key ? newest : persist(() => newestOf(grid, me), telling, 'checking'));
    return Promise.resolve(look())
      .then(async (receipt) => {
        if (receipt > newest) return setNewest(receipt);
        tried.current = key;
        // The same key is the same submission, however often it has to be sent.
        const sent = await persist(() => post<ValuesAnswer>(path, correction.rows, key), telling, 'checking');
        store.forget();
        location.hash = addressOf('lan-gui', grid.group, grid.period, `${sent.receipt}`);
      })
      .catch((reason) => abort.current.signal.aborted || setError(reason))
      .finally(() => setProgress(null));
  };
  return (
    <>
      <h2>{say({ vi: 'Kiểm tra trước khi gửi', en: 'Checked before sending' })}</h2>
      <dl class="facts">
        <dt>{say({ vi: 'Dòng có số liệu', en: 'Rows with a figure' })}</dt>
        <dd>
          {answered(correction)}/{grid.rows.length}
        </dd>
        <dt>{say({ vi: 'Lỗi', en: 'Errors' })}</dt>
        <dd>{errors}</dd>
        <dt>{say({ vi: 'Cần rà soát', en: 'To review' })}</dt>
        <dd>{countOf(judged, 'warning')}</dd>
      </dl>
      <Findings judged={judged} correction={correction} grid={grid} />
      {errors > 0 ? (
        <p class="trouble">
          {say({
            vi: `Chưa gửi được: còn ${errors} lỗi. Đề nghị quay lại bảng số liệu để sửa.`,
            en: `Not to be sent yet: ${errors} errors are left. Go back to the figures and mend them.`,
          })}
        </p>
      ) : (
        <>
          {newest > grid.receipt && <Newer grid={grid} newest={newest} />}
          <p>
            {say({
              vi: `Gửi xong, lần gửi mới thay lần gửi ${newest}; lần gửi cũ vẫn được lưu nguyên. Sau khi gửi vẫn gửi lại được trong thời hạn.`,
              en: `The new submission takes the place of ${newest}, which is kept as it is. It can be sent again before the deadline.`,
            })}
          </p>
          <p>
            <button type="button" class="main" onClick={send} disabled={progress !== null}>
              {say({ vi: 'Gửi', en: 'Send' })}
            </button>
          </p>
        </>
      )}
      <ProgressLine progress={progress} />
      {error ? <Trouble error={error} again={send} /> : null}
    </>
  );
}

const newestOf = async (grid: Grid, me: ScreenProps['me']): Promise<number> =>
  (await call<UnitSubmissions>(submissionsPath(grid, me))).submissions[0]?.receipt ?? 0;

/** Somebody of the unit, or another tab, has sent meanwhile: what they changed would be gone without a word. */
function Newer({ grid: { group, period, receipt }, newest }: { grid: Grid; newest: number }) {
  const say = useSay();
  return (
    <p class="warn" role="alert">
      {say({
        vi: `Chưa gửi: đơn vị đã có lần gửi ${newest}, sau lần gửi ${receipt} được sửa ở đây. Nếu vẫn gửi, những thay đổi trong lần gửi ${newest} không được giữ.`,
        en: `Not sent: there is submission ${newest}, newer than ${receipt}, which is corrected here. What was changed in ${newest} would be gone.`,
      })}{' '}
      <a href={addressOf('lan-gui', group, period, `${newest}`)}>
        {say({ vi: `Xem lần gửi ${newest}`, en: `See submission ${newest}` })}
      </a>
    </p>
  );
}

const answered = ({ rows }: Correction): number => rows.filter(({ value }) => value !== null).length;

/** Of what is sent: changed rows are another submission. */
async function keyOf({ rows }: Correction, nonce: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(rows)));
  const hex = [...new Uint8Array(digest.slice(0, 12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `portal-${nonce}-${hex}`;
}

function Findings({ judged, correction, grid }: Pick<SendProps, 'judged' | 'correction' | 'grid'>) {
  const nameOf = useRowName();
  const address = addressOf('lan-gui', grid.group, grid.period, `${grid.receipt}`);
  const rowOf = (at: number | null) => {
    const sent = at === null ? undefined : correction.rows[at - 1];
    return grid.rows.find(({ indicator, input }) => indicator === sent?.indicator && input === sent?.input);
  };
  return (
    <>
      {judged.findings.map((finding, at) => {
        const row = rowOf(finding.row);
        return (
          <div key={at}>
            {row && (
              <h3>
                <a href={`${address}?loc=${everything}&dong=${row.position}`}>{nameOf(row)}</a>
              </h3>
            )}
            <FindingLine finding={finding} />
          </div>
        );
      })}
    </>
  );
}
