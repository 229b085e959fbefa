import { renderDocument } from './document.tsx';

/** Stands at the home address until the first release is made. */
export function renderEmptyPage(): string {
  const title = 'Chưa có đợt công bố';
  return renderDocument({
    title: `${title}, chỉ số chuyển đổi số (DTI)`,
    description: 'Kết quả đánh giá chuyển đổi số sẽ có tại địa chỉ này khi đợt đầu tiên được công bố.',
    children: (
      <main id="noi-dung">
        <h1>{title}</h1>
        <p class="lead">Kết quả đánh giá chuyển đổi số sẽ có tại địa chỉ này khi đợt đầu tiên được công bố.</p>
      </main>
    ),
  });
}
