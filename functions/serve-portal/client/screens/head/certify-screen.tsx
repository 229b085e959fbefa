import { useState } from 'preact/hooks';
import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { CheckedReceipt } from '../../../../../shared/submission/tell-answer.ts';
import type { SubmissionSummary } from '../../../../summarise-submission/summarise-submission.ts';
import { post } from '../../api.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { formatTime } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { loadSummary, receiptOf, receiptPath } from './head-path.ts';
import { hindrances } from './head-words.ts';

/** A page of its own: what is certified, in figures, and what cannot be undone. */
export function CertifyScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = receiptOf(params);
  const [done, setDone] = useState<CheckedReceipt | null>(null);
  return (
    <Page
      title={`${say({ vi: 'Xác nhận số liệu của đơn vị', en: 'Certify the unit’s figures' })}, ${say(periodName(of.period))}`}
    >
      {done ? (
        <Done done={done} />
      ) : (
        <Loaded from={(signal) => loadSummary(of, me, signal)}>
          {(summary) =>
            summary.kept_from ? (
              <p class="notice">{say(hindrances[summary.kept_from])}</p>
            ) : (
              <Confirm summary={summary} path={receiptPath(of, me, 'certify')} onDone={setDone} />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

interface ConfirmProps {
  summary: SubmissionSummary;
  path: string;
  onDone: (done: CheckedReceipt) => void;
}

function Confirm({ summary, path, onDone }: ConfirmProps) {
  const say = useSay();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { receipt, sha256, score, warnings, group, period } = summary;
  const value = score?.measures.find(({ kind }) => kind === 'total')?.value;
  const certify = () => {
    setBusy(true);
    // Whoever certifies again finds it certified: safe to send once more after a lost network.
    post<CheckedReceipt>(path)
      .then(onDone, setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <p>
        {say({
          vi: `Tôi xác nhận số liệu trong lần gửi ${receipt} là của đơn vị.`,
          en: `I certify that the figures in receipt ${receipt} are the unit’s.`,
        })}
      </p>
      <p>
        SHA-256: <span class="sha">{sha256}</span>
      </p>
      {score && (
        <p>
          {say({
            vi: `${score.answered}/${score.asked} chỉ số có số liệu, ${warnings.length} nội dung cần rà soát${value ? `, giá trị tự chấm ${formatDecimal(value)}` : ''}.`,
            en: `${score.answered} of ${score.asked} answered, ${warnings.length} warnings${value ? `, own score ${value}` : ''}.`,
          })}
        </p>
      )}
      <p class="warn">
        {say({
          vi: 'Việc xác nhận được ghi lại cùng tên vai trò và thời điểm, không hủy được. Nếu số liệu sai, cán bộ gửi lại và lần gửi mới cần xác nhận lại.',
          en: 'This is recorded with your role and the time and cannot be undone. If figures are wrong, the officer sends again, and that has to be certified anew.',
        })}
      </p>
      {error ? <Trouble error={error} again={certify} /> : null}
      <p class="bar">
        <button type="button" class="main" disabled={busy} onClick={certify}>
          {say({ vi: `Xác nhận lần gửi ${receipt}`, en: `Certify receipt ${receipt}` })}
        </button>
        <a class="button" href={addressOf('xac-nhan', group, period, `${receipt}`)}>
          {say({ vi: 'Quay lại', en: 'Back' })}
        </a>
      </p>
    </>
  );
}

function Done({ done }: { done: CheckedReceipt }) {
  const say = useSay();
  return (
    <>
      <p class="good" role="status">
        {say({
          vi: `Đã xác nhận lần gửi ${done.receipt} lúc ${formatTime(done.certified_at!)}, ${periodName(done.period).vi}. Số liệu này đang được tính.`,
          en: `Receipt ${done.receipt} was certified ${formatTime(done.certified_at!)}, ${periodName(done.period).en}. It counts now.`,
        })}
      </p>
      <p>
        {say({
          vi: 'Tiếp theo: cơ quan chủ trì thẩm định; kết quả thẩm định và lý do hiện ở “Kết quả và giải trình”.',
          en: 'Next: the ministry appraises; points and reasons will stand under “Results and answers”.',
        })}
      </p>
      <p class="bar">
        <a class="button" href={addressOf('bien-nhan', done.group, done.period, `${done.receipt}`)}>
          {say({ vi: 'Biên nhận', en: 'Receipt' })}
        </a>
        <a class="button" href="#/xac-nhan">
          {say({ vi: 'Về danh sách', en: 'Back to the list' })}
        </a>
      </p>
    </>
  );
}
