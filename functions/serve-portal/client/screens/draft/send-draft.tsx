import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftCheck } from '../../../../read-draft/check-draft.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import type { SentDraft } from '../../../../send-draft/send-draft.ts';
import { post } from '../../api.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { SelfScoreTable } from '../../parts/self-score-table.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { formatTime } from '../../parts/when.tsx';
import { type Acting, addressOf, type ScreenProps } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';
import { DraftFindings } from './draft-findings.tsx';
import { periodOf, unitPath } from './draft-path.ts';
import { Unanswered } from './unanswered.tsx';
import { countsOf, isAboutRow, words } from './words.ts';

interface Ready {
  draft: DraftAnswer;
  check: DraftCheck;
}

/** What would be sent, in figures, and the one action that cannot be taken back. */
export function SendDraft({ params, me }: ScreenProps) {
  const say = useSay();
  const of = periodOf(params);
  const load = async (signal: AbortSignal): Promise<Ready> => {
    const [draft, check] = await Promise.all([
      get<DraftAnswer>(unitPath('drafts', of, me), signal),
      get<DraftCheck>(unitPath('drafts', of, me, '/check'), signal),
    ]);
    return { draft, check };
  };
  return (
    <Page title={`${say(words.send)}, ${say(periodName(of.period))}`}>
      <Loaded from={load}>{(ready, reload) => <Check {...ready} me={me} reload={reload} />}</Loaded>
    </Page>
  );
}

function Check({ draft, check, me, reload }: Ready & { me: Acting; reload: () => void }) {
  const say = useSay();
  const [sent, setSent] = useState<SentDraft | null>(null);
  if (sent) return <Done sent={sent} draft={draft} />;
  const { filled, asked } = draft.counts;
  return (
    <>
      <p class="state">{countsOf(filled, asked, check.findings).map(say).join(' · ')}</p>
      <DraftFindings draft={draft} check={check} />
      {check.self_score && (
        <>
          <h2>{say({ vi: 'Điểm tự đánh giá', en: 'Self-assessed score' })}</h2>
          <SelfScoreTable {...check.self_score} />
          <Unanswered draft={draft} score={check.self_score} />
        </>
      )}
      <h2>{say({ vi: 'Gửi', en: 'Send' })}</h2>
      <SendButton draft={draft} check={check} me={me} onSent={setSent} reload={reload} />
      <p class="bar">
        <a class="button" href={addressOf('ke-khai', draft.group, draft.period)}>
          {say({ vi: 'Quay lại kê khai', en: 'Back to the form' })}
        </a>
      </p>
    </>
  );
}

interface SendProps extends Ready {
  me: Acting;
  onSent: (sent: SentDraft) => void;
  reload: () => void;
}

/** What keeps one from sending stands where the button would be. */
function SendButton({ draft, check, me, onSent, reload }: SendProps) {
  const say = useSay();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const kept = keptFrom(draft, check);
  if (kept) return <p class={kept.kind}>{say(kept.word)}</p>;
  const send = () => {
    setBusy(true);
    setError(null);
    post<SentDraft>(unitPath('drafts', draft, me, '/send'), { version: check.version }).then(onSent, (reason) => {
      setError(reason);
      setBusy(false);
    });
  };
  return (
    <>
      <p>
        {say({
          vi: 'Sau khi gửi, bản kê khai thành một lần gửi của đơn vị, được giữ lại và không xóa được. Có thể sửa và gửi lại trong thời hạn của kỳ. Những người đã kê khai các dòng được tính là người gửi.',
          en: 'Once sent it is a submission of the unit that is kept and cannot be deleted. It may be changed and sent again while the period is open. Whoever filled a row counts as having sent it.',
        })}
      </p>
      {error ? <Trouble error={error} again={reload} /> : null}
      <button type="button" class="main" disabled={isBusy} onClick={send}>
        {isBusy ? say({ vi: 'Đang gửi…', en: 'Sending…' }) : say({ vi: 'Gửi', en: 'Send' })}
      </button>
    </>
  );
}

function keptFrom(draft: DraftAnswer, check: DraftCheck): { kind: 'warn' | 'trouble' | 'good'; word: Word } | null {
  if (!draft.open) return { kind: 'warn', word: words.closed };
  const last = draft.last_receipt;
  if (last && last.version === check.version) {
    const when = formatTime(last.received_at);
    return {
      kind: 'good',
      word: {
        vi: `Bản kê khai này đã được gửi lúc ${when}, là lần gửi ${last.receipt}. Sửa số liệu rồi mới gửi lại được.`,
        en: `This draft was sent at ${when} as submission ${last.receipt}. Change a figure to send again.`,
      },
    };
  }
  if (check.acceptable) return null;
  return {
    kind: 'trouble',
    word: {
      vi: 'Chưa gửi được: còn lỗi cần sửa trước, nêu ở trên.',
      en: 'It cannot be sent yet: mend the errors above first.',
    },
  };
}

const toCertify: Word = {
  vi: 'Bước tiếp theo: lãnh đạo đơn vị xác nhận; số liệu được tính khi đã xác nhận. Người đã kê khai không xác nhận được.',
  en: 'Next: the head of the unit certifies; the figures count once that is done. Whoever filled a row may not.',
};
const counted: Word = {
  vi: 'Số liệu này đang được tính cho đơn vị. Có thể sửa và gửi lại trong thời hạn của kỳ.',
  en: 'These figures count for the unit now. They may be changed and sent again while the period is open.',
};

function Done({ sent, draft }: { sent: SentDraft; draft: DraftAnswer }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const warnings = sent.findings.filter((one) => one.severity === 'warning' && isAboutRow(one)).length;
  return (
    <div ref={box} class="good" tabIndex={-1}>
      <p>
        {say({
          vi: `Đã tiếp nhận, là lần gửi ${sent.receipt} của đơn vị${warnings > 0 ? `, còn ${warnings} nội dung cần rà soát` : ''}.`,
          en: `Accepted as submission ${sent.receipt} of the unit${warnings > 0 ? `, with ${warnings} points to review` : ''}.`,
        })}
      </p>
      <p>{say(draft.certification === 'required' ? toCertify : counted)}</p>
      <p class="sha">SHA-256 {sent.sha256}</p>
      <p>
        <a href={addressOf('lan-gui', draft.group, draft.period, `${sent.receipt}`)}>
          {say({
            vi: `Xem lần gửi ${sent.receipt} và biên nhận`,
            en: `See submission ${sent.receipt} and its receipt`,
          })}
        </a>
      </p>
      <p>
        <a href="#/">{say({ vi: 'Về việc của đơn vị', en: 'Back to my unit’s work' })}</a>
      </p>
    </div>
  );
}
