import { formatDecimal } from '../../../../../shared/format/format-decimal.ts';
import type { CheckedReceipt } from '../../../../../shared/submission/tell-answer.ts';
import { get } from '../../ask-ahead.ts';
import { shownName } from '../../parts/file-name.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { formatTime, When } from '../../parts/when.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay, type Word } from '../../words.ts';
import { countOf, receiptSentence } from './receipt-sentence.ts';
import { submissionsPath } from './unit-path.ts';

/** What a unit keeps of having sent a file; one page to print. */
export function ReceiptScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const title = say({ vi: `Biên nhận lần gửi ${params.receipt}`, en: `Receipt ${params.receipt}` });
  return (
    <Page title={`${title}, ${say(periodName(of.period))}`}>
      <Loaded from={(signal) => get<CheckedReceipt>(submissionsPath(of, me, 'receipts', params.receipt!), signal)}>
        {(told) => (
          <>
            <p class="state">{say(receiptSentence(told))}</p>
            <dl class="facts">
              {factsOf(told, me.unit_full_name_vi ?? '').map(([term, value]) => (
                <Fact key={term.vi} term={say(term)} value={typeof value === 'string' ? value : say(value)} />
              ))}
              <dt>{say({ vi: 'Thời điểm nhận', en: 'Received' })}</dt>
              <dd>
                <When at={told.received_at} /> ({say({ vi: 'giờ Việt Nam', en: 'Vietnam time' })})
              </dd>
              <dt>{say({ vi: 'Mã SHA-256', en: 'SHA-256' })}</dt>
              <dd class="sha">{told.sha256}</dd>
              <dt>{say({ vi: 'Việc tiếp theo', en: 'Next' })}</dt>
              <dd>{say(nextOf(told))}</dd>
            </dl>
            <p class="hint">
              {say({
                vi: 'Để đối chiếu tệp đang giữ: trên Windows chạy certutil -hashfile "tên tệp" SHA256 rồi so với mã trên. Kết quả kiểm tra lần đầu được giữ nguyên.',
                en: 'To compare a file at hand: on Windows run certutil -hashfile "file" SHA256 and compare. The first answer stands for ever.',
              })}
            </p>
            <p class="bar">
              <button type="button" class="main" onClick={() => print()}>
                {say({ vi: 'In biên nhận', en: 'Print' })}
              </button>
              <a class="button" href={addressOf('lan-gui', of.group, of.period, params.receipt!)}>
                {say({ vi: 'Xem kết quả từng dòng', en: 'See the result row by row' })}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

const Fact = ({ term, value }: { term: string; value: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
);

const doors: Record<CheckedReceipt['format'], Word> = {
  xlsx: { vi: 'Biểu mẫu Excel', en: 'Excel form' },
  json: { vi: 'Số liệu nhập hoặc sửa trên màn hình, hoặc gửi bằng JSON', en: 'Figures from the screen, or as JSON' },
  csv: { vi: 'Số liệu CSV', en: 'CSV' },
};

function factsOf(told: CheckedReceipt, unitName: string): [Word, Word | string][] {
  return [
    [{ vi: 'Số', en: 'Number' }, `${told.period}/${told.unit_id}/${told.receipt}`],
    [{ vi: 'Đơn vị', en: 'Unit' }, unitName],
    [{ vi: 'Kỳ', en: 'Period' }, periodName(told.period)],
    [{ vi: 'Cách gửi', en: 'Sent as' }, doors[told.format]],
    [{ vi: 'Tên tệp', en: 'File name' }, shownName(told.file_name)],
    [{ vi: 'Dung lượng', en: 'Size' }, `${formatDecimal(`${told.bytes}`)} byte`],
    [
      { vi: 'Kết quả', en: 'Result' },
      {
        vi: `${countOf(told, 'error')} lỗi, ${countOf(told, 'warning')} nội dung cần rà soát`,
        en: `${countOf(told, 'error')} errors, ${countOf(told, 'warning')} points to review`,
      },
    ],
    [{ vi: 'Thời hạn', en: 'Deadline' }, told.late ? late : inTime],
  ];
}

const late = { vi: 'Sau hạn gửi', en: 'After the deadline' };
const inTime = { vi: 'Đúng hạn', en: 'In time' };

function nextOf({ status, waiting, certified_at }: CheckedReceipt): Word {
  if (status === 'received') return { vi: 'Chờ kết quả kiểm tra', en: 'Wait for the check' };
  if (status === 'rejected') return { vi: 'Sửa các lỗi đã nêu rồi gửi lại', en: 'Mend what was found and send again' };
  if (certified_at)
    return { vi: `Đã được xác nhận lúc ${formatTime(certified_at)}`, en: `Certified at ${formatTime(certified_at)}` };
  return waiting
    ? { vi: 'Lãnh đạo đơn vị xác nhận', en: 'The head of the unit certifies' }
    : { vi: 'Chờ thẩm định', en: 'Wait for the appraisal' };
}
