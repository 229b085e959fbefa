import { useEffect, useRef } from 'preact/hooks';
import { ApiProblem, NetworkLost } from '../api.ts';
import { useSay, type Word } from '../words.ts';

/** What went wrong, in words and never a trace; takes the focus. */
export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [error]);
  return (
    <div ref={box} class="trouble" role="alert" tabIndex={-1}>
      <p>{say(tellError(error))}</p>
      {again && (
        <button type="button" onClick={again}>
          {say({ vi: 'Thử lại', en: 'Try again' })}
        </button>
      )}
    </div>
  );
}

/** What to tell of an error. */
export function tellError(error: unknown): Word {
  if (error instanceof ApiProblem) return withRequest(error);
  if (error instanceof NetworkLost) return lost;
  return broken;
}

/** A fault of ours says nothing but the id that it can be found by. */
function withRequest({ status, detail, members: { request_id } }: ApiProblem): Word {
  if (status < 500 || typeof request_id !== 'string') return detail;
  return { vi: `${detail.vi} Mã yêu cầu: ${request_id}.`, en: `${detail.en} Request: ${request_id}.` };
}

const lost: Word = {
  vi: 'Mất kết nối mạng. Chưa biết yêu cầu đã được nhận hay chưa; đề nghị kiểm tra lại trước khi gửi tiếp.',
  en: 'The network was lost. It is not known whether the request came through; look again before sending once more.',
};
const broken: Word = {
  vi: 'Màn hình gặp lỗi. Đề nghị tải lại trang; những gì đã gửi vẫn được giữ.',
  en: 'The screen broke. Load the page again; what was sent is kept.',
};
