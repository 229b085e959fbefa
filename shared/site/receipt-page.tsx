import type { ComponentChildren } from 'preact';
import { timeInVietnam } from '../format/format-date.ts';
import { parsePeriod, periodLabelVi, periodVi } from '../periods/period.ts';
import type { CheckedReceipt } from '../submission/tell-answer.ts';
import { unidentified } from '../submission/upload-limits.ts';
import { groupOf } from '../units/groups.ts';
import { unitOf } from '../units/registry.ts';
import { renderDocument } from './document.tsx';
import { receiptStyle } from './receipt-style.ts';

const doors: Record<CheckedReceipt['format'], string> = {
  xlsx: 'Biểu mẫu Excel',
  json: 'Số liệu JSON qua giao diện lập trình',
  csv: 'Số liệu CSV qua giao diện lập trình',
};

const roles: Record<string, string> = { officer: 'Cán bộ báo cáo của đơn vị', publisher: 'Cơ quan chủ trì gửi thay' };

/** What a unit keeps of having sent a file: when by the clock in Vietnam, what to the byte, and what became of it. */
export function renderReceipt(receipt: CheckedReceipt): string {
  const { group, period, unit_id } = receipt;
  const unit = unit_id === unidentified ? 'Chưa xác định đơn vị' : unitOf(unit_id).full_name_vi;
  const title = `Giấy biên nhận lần gửi ${receipt.receipt} – ${unit}, ${periodVi(parsePeriod(period))}`;
  return renderDocument({
    title,
    description: title,
    ownStyle: receiptStyle,
    children: (
      <main id="noi-dung" class="receipt">
        <h1>Giấy biên nhận số liệu</h1>
        <p class="number">
          Số {period}/{unit_id}/{receipt.receipt}
        </p>
        <dl>
          <Line term="Đơn vị">{unit}</Line>
          <Line term="Kỳ báo cáo">
            {periodLabelVi(parsePeriod(period))}, {groupOf(group).name_vi}
          </Line>
          <Line term="Lần gửi">{receipt.receipt}</Line>
          <Line term="Thời điểm nhận">
            <time datetime={receipt.received_at}>{timeInVietnam(receipt.received_at)}</time> (giờ Việt Nam)
            {receipt.late && ', sau hạn gửi'}
          </Line>
          <FileLines {...receipt} />
          <Line term="Kết quả kiểm tra">
            <strong>{outcomeOf(receipt)}</strong>
          </Line>
          {receipt.waiting && (
            <Line term="Xác nhận của đơn vị">Đang chờ người có thẩm quyền của đơn vị; xác nhận rồi mới được tính</Line>
          )}
          {receipt.certified_at !== null && (
            <Line term="Xác nhận của đơn vị">{timeInVietnam(receipt.certified_at)} (giờ Việt Nam)</Line>
          )}
        </dl>
        <p class="note">
          Giấy này do hệ thống lập tự động. Kết quả kiểm tra lần đầu được giữ nguyên; tệp gốc được lưu theo mã SHA-256
          nêu trên. Để đối chiếu tệp đang giữ, chạy lệnh <code>certutil -hashfile "tên tệp" SHA256</code> trên Windows
          và so với mã này.
        </p>
      </main>
    ),
  });
}

const Line = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const FileLines = ({ sent_as, format, partial, file_name, bytes, sha256, upload_number }: CheckedReceipt) => (
  <>
    <Line term="Người gửi">{roles[sent_as] ?? sent_as}</Line>
    <Line term="Cách gửi">
      {doors[format]}
      {partial && ', bổ sung một phần'}
    </Line>
    {file_name !== '' && <Line term="Tên tệp">{file_name}</Line>}
    <Line term="Dung lượng">{bytes.toLocaleString('vi-VN')} byte</Line>
    <Line term="Mã SHA-256">
      <code class="hash">{sha256}</code>
    </Line>
    <Line term="Số thứ tự nộp">{upload_number}</Line>
  </>
);

function outcomeOf({ status, in_time, findings, more_findings }: CheckedReceipt): string {
  if (status === 'received') return 'Đã nhận, chưa kiểm tra';
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const more = more_findings === null ? '' : `, và ${more_findings.count} nội dung nữa`;
  if (status === 'rejected') return `Chưa được tiếp nhận, cần sửa ${count('error')} lỗi${more}`;
  if (!in_time) return 'Không có lỗi, nhưng gửi sau khi kỳ đã đóng nên chưa được tính';
  return count('warning') === 0 ? 'Được tiếp nhận' : `Được tiếp nhận, có ${count('warning')} lưu ý${more}`;
}
