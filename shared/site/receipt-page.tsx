import { timeInVietnam } from '../format/format-date.ts';
import { parsePeriod, periodLabelVi } from '../periods/period.ts';
import type { CheckedReceipt } from '../submission/tell-answer.ts';
import { unidentified } from '../submission/upload-limits.ts';
import { groupOf } from '../units/groups.ts';
import { unitOf } from '../units/registry.ts';
import { renderDocument } from './document.tsx';

const doors: Record<CheckedReceipt['format'], string> = {
  xlsx: 'Biểu mẫu Excel',
  json: 'Số liệu JSON qua giao diện lập trình',
  csv: 'Số liệu CSV qua giao diện lập trình',
};

const roles: Record<string, string> = { officer: 'Cán bộ báo cáo của đơn vị', publisher: 'Cơ quan chủ trì gửi thay' };

const outcomes: Record<CheckedReceipt['status'], string> = {
  received: 'Đã nhận, chưa kiểm tra',
  accepted: 'Được tiếp nhận',
  rejected: 'Chưa được tiếp nhận, cần sửa',
};

/** What a unit keeps of having sent a file: when by the clock in Vietnam, what to the byte, and what became of it. */
export function renderReceipt(receipt: CheckedReceipt): string {
  const unit = receipt.unit_id === unidentified ? 'Chưa xác định đơn vị' : unitOf(receipt.unit_id).full_name_vi;
  const period = periodLabelVi(parsePeriod(receipt.period));
  const title = `Giấy biên nhận lần gửi ${receipt.receipt} – ${unit}, ${period}`;
  return renderDocument({
    title,
    description: title,
    children: (
      <main id="noi-dung">
        <h1>Giấy biên nhận</h1>
        <p class="lead">
          {unit}, {groupOf(receipt.group).name_vi}, {period}: lần gửi {receipt.receipt}.
        </p>
        <dl>
          <dt>Thời điểm nhận</dt>
          <dd>
            <time datetime={receipt.received_at}>{timeInVietnam(receipt.received_at)}</time> (giờ Việt Nam)
            {receipt.late && ', sau hạn gửi'}
          </dd>
          <dt>Cách gửi</dt>
          <dd>{doors[receipt.format]}</dd>
          <dt>Người gửi</dt>
          <dd>{roles[receipt.sent_as] ?? receipt.sent_as}</dd>
          {receipt.file_name !== '' && (
            <>
              <dt>Tên tệp</dt>
              <dd>{receipt.file_name}</dd>
            </>
          )}
          <dt>Dung lượng</dt>
          <dd>{receipt.bytes.toLocaleString('vi-VN')} byte</dd>
          <dt>Mã SHA-256</dt>
          <dd>{receipt.sha256}</dd>
          <dt>Số thứ tự nộp</dt>
          <dd>{receipt.upload_number}</dd>
          <dt>Kết quả kiểm tra</dt>
          <dd>{outcomes[receipt.status]}</dd>
        </dl>
        <p>Kết quả kiểm tra lần đầu được giữ nguyên. Tệp gốc được lưu theo mã SHA-256 nêu trên.</p>
      </main>
    ),
  });
}
