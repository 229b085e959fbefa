import { useState } from 'preact/hooks';
import type { CheckedReceipt } from '../../../../../shared/submission/tell-answer.ts';
import { post } from '../../api.ts';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Said } from '../../parts/said.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useStash } from '../../use-stash.ts';
import { useSay } from '../../words.ts';
import { receiptOf, receiptPath } from './head-path.ts';

/** The head of the unit sends a receipt back, in words that the officer reads. */
export function ReturnScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = receiptOf(params);
  const [text, setText] = useStash(`return ${of.group} ${of.period} ${of.receipt}`, '');
  const [key] = useState(() => crypto.randomUUID());
  const [done, setDone] = useState<CheckedReceipt | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const send = () => {
    setBusy(true);
    setError(null);
    post<CheckedReceipt>(receiptPath(of, me, 'return'), { text_vi: text }, key)
      .then(setDone, setError)
      .finally(() => setBusy(false));
  };
  return (
    <Page
      title={`${say({ vi: 'Trả lại lần gửi', en: 'Send back receipt' })} ${of.receipt}, ${say(periodName(of.period))}`}
    >
      {done ? (
        <>
          <p class="good" role="status">
            {say({
              vi: `Đã trả lại lần gửi ${done.receipt} với nội dung`,
              en: `Receipt ${done.receipt} was sent back`,
            })}
            : <Said text={done.returned?.text_vi ?? ''} />
          </p>
          <p>
            {say({
              vi: 'Cán bộ báo cáo thấy nội dung này và gửi lại; lần gửi mới sẽ chờ xác nhận.',
              en: 'The officer sees it and sends again; that will wait for you.',
            })}
          </p>
          <p>
            <a href="#/xac-nhan">{say({ vi: 'Về danh sách', en: 'Back to the list' })}</a>
          </p>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <label for="noi-dung-tra-lai">{say({ vi: 'Cần sửa những gì', en: 'What is to be mended' })}</label>
          <textarea
            id="noi-dung-tra-lai"
            rows={5}
            maxLength={1500}
            required
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          {error ? <Trouble error={error} /> : null}
          <p class="bar">
            <button type="submit" class="main" disabled={busy || text.trim() === ''}>
              {say({ vi: 'Trả lại', en: 'Send back' })}
            </button>
            <a class="button" href={addressOf('xac-nhan', of.group, of.period, of.receipt)}>
              {say({ vi: 'Quay lại', en: 'Back' })}
            </a>
          </p>
        </form>
      )}
    </Page>
  );
}
