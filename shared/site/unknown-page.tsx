import { renderDocument } from './document.tsx';

/** What an address without a page answers with: in the same dress, and with a way on. */
export function renderUnknownPage(): string {
  return renderDocument({
    title: 'Không tìm thấy trang',
    description: 'Địa chỉ này không có trang nào.',
    children: (
      <main id="noi-dung">
        <h1>Không tìm thấy trang</h1>
        <p class="lead">
          Địa chỉ này không có trang nào. Có thể xem: <a href="/">bảng xếp hạng hiện hành</a>.
        </p>
      </main>
    ),
  });
}
