import { describe, expect, it } from 'vitest';
import { renderReceipt } from '../../../shared/site/receipt-page.tsx';
import { toldReceiptOf } from '../../support/told-receipt.ts';

const text = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('renderReceipt', () => {
  it('says in the time of Vietnam what came, from whom and by which door', () => {
    const page = text(renderReceipt(toldReceiptOf()));
    expect(page).toContain('Số 2024/P04-2025/3');
    expect(page).toContain('Tỉnh Cao Bằng');
    expect(page).toContain('08:02:03 ngày 05/10/2026 (giờ Việt Nam)');
    expect(page).toContain('48.213 byte');
    expect(page).toContain('a3f1'.repeat(16));
    expect(page).toContain('Được tiếp nhận');
    expect(page).not.toContain('sau hạn gửi');
  });

  it('never says accepted alone of what is late, refused, or came after the closing', () => {
    expect(text(renderReceipt(toldReceiptOf({ late: true })))).toContain('sau hạn gửi');
    expect(text(renderReceipt(toldReceiptOf({ status: 'received' })))).toContain('Đã nhận, chưa kiểm tra');
    expect(text(renderReceipt(toldReceiptOf({ in_time: false })))).toContain('nên chưa được tính');
    expect(text(renderReceipt(toldReceiptOf({ waiting: true })))).toContain('xác nhận rồi mới được tính');
    const findings = [{ severity: 'error' }, { severity: 'warning' }] as never;
    const rejected = text(renderReceipt(toldReceiptOf({ status: 'rejected', findings })));
    expect(rejected).toContain('Chưa được tiếp nhận, cần sửa 1 lỗi');
  });

  it('shows a file name as text, whatever it is', () => {
    const html = renderReceipt(toldReceiptOf({ file_name: '<script>alert(1)</script>.xlsx' }));
    expect(html).not.toContain('<script>');
    expect(text(html)).toContain('&lt;script>alert(1)&lt;/script>.xlsx');
  });
});
