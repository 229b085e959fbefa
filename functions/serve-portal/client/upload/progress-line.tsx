import { formatDecimal } from '../../../../shared/format/format-decimal.ts';
import { useSay, type Word } from '../words.ts';
import type { Progress, Step } from './wait-online.ts';

const steps: Record<Step, Word> = {
  hashing: { vi: 'Đang tính mã băm…', en: 'Computing the digest…' },
  asking: { vi: 'Đang xin địa chỉ gửi…', en: 'Asking where to send…' },
  sending: { vi: 'Đang gửi', en: 'Sending' },
  checking: { vi: 'Đã gửi xong, đang kiểm tra…', en: 'Sent; being checked…' },
  offline: {
    vi: 'Mất mạng. Nội dung vẫn giữ ở đây và sẽ tự gửi tiếp khi có mạng.',
    en: 'Offline. It is kept here and goes on by itself once the network is back.',
  },
  retrying: {
    vi: 'Kết nối bị gián đoạn, đang hỏi lại hệ thống trước khi gửi tiếp…',
    en: 'The connection broke; asking what has come in before sending on…',
  },
};

/** One line for all steps, spoken as it changes. */
export function ProgressLine({ progress }: { progress: Progress | null }) {
  const say = useSay();
  const { step, sent, total } = progress ?? {};
  const isSending = step === 'sending' && sent !== undefined && total !== undefined;
  return (
    <div class="progress">
      <p role="status">
        {step && say(steps[step])}
        {isSending && ` ${megabytes(sent)}/${megabytes(total)} MB`}
      </p>
      {isSending && <progress value={sent} max={total} aria-label={say(steps.sending)} />}
    </div>
  );
}

/** One decimal, by whole tenths. */
export const megabytes = (bytes: number): string => formatDecimal((Math.ceil(bytes / 104_857.6) / 10).toFixed(1));
