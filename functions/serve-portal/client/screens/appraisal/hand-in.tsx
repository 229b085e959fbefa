import { useState } from 'preact/hooks';
import type { AppraisalAnswer } from '../../../../record-appraisal/record-appraisal.ts';
import { call } from '../../api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { FileButton } from '../../upload/file-button.tsx';
import { useSay } from '../../words.ts';
import { FindingLine, usePlace } from '../officer/finding-line.tsx';
import { appraisalPath, type PeriodOf } from './appraisal-path.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type State = { answer: AppraisalAnswer } | { error: unknown } | 'sending' | null;

/** The workbook, filled in: it meets the same decisions as the screen, and the same bytes again say nothing. */
export function HandIn({ of, onRecorded }: { of: PeriodOf; onRecorded: () => void }) {
  const say = useSay();
  const [state, setState] = useState<State>(null);
  const send = async (chosen: File) => {
    setState('sending');
    try {
      const file = new Blob([chosen], { type: xlsx });
      const answer = await call<AppraisalAnswer>(appraisalPath(of), { method: 'POST', file });
      setState({ answer });
      if (answer.recorded > 0) onRecorded();
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <>
      <p class="bar">
        <FileButton
          id="bang-tham-dinh"
          label={say({ vi: 'Nộp bảng thẩm định Excel…', en: 'Hand in a workbook…' })}
          accept=".xlsx"
          disabled={state === 'sending'}
          onFile={send}
        />
      </p>
      <p role="status">
        {state === 'sending' ? say({ vi: 'Đang gửi và kiểm tra…', en: 'Sending and checking…' }) : ''}
      </p>
      {state !== null && typeof state === 'object' && 'error' in state && <Trouble error={state.error} />}
      {state !== null && typeof state === 'object' && 'answer' in state && <Answered answer={state.answer} />}
    </>
  );
}

function Answered({ answer }: { answer: AppraisalAnswer }) {
  const say = useSay();
  const placeOf = usePlace();
  const { accepted, recorded, findings, more_findings } = answer;
  return (
    <div role="status">
      {accepted ? (
        <p class="good">
          {recorded > 0
            ? say({ vi: `Đã ghi nhận ${recorded} quyết định.`, en: `${recorded} decisions were recorded.` })
            : say({ vi: 'Bảng không có gì khác với các quyết định đang có hiệu lực.', en: 'It changes nothing.' })}
        </p>
      ) : (
        <p class="trouble">
          {say({
            vi: 'Chưa dòng nào được ghi nhận. Đề nghị sửa các ô sau rồi nộp lại.',
            en: 'Nothing was recorded. Mend these cells and hand it in again.',
          })}
        </p>
      )}
      {findings.map((finding, at) => (
        <div key={at}>
          <small>{placeOf(finding)}</small>
          <FindingLine finding={finding} />
        </div>
      ))}
      {more_findings && <p>{say({ vi: more_findings.message_vi, en: more_findings.message_en })}</p>}
    </div>
  );
}
