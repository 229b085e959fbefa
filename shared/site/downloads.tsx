import type { Scoreboard } from '../scoring/scoreboard.ts';

/** A file of the release as the page offers it. */
export interface Download {
  /** `ranking.xlsx`, as it stands under the release. */
  name: string;
  bytes: number;
}

/** What each file is, in the order offered: first what most people open. */
const labels: Record<string, string> = {
  'ranking.xlsx': 'Báo cáo Excel',
  'tinh-lai.xlsx': 'Tính lại bằng công thức Excel',
  'scoreboard.csv': 'Bảng số liệu CSV',
  'scoreboard.json': 'Số liệu đầy đủ JSON',
  'changes.json': 'Thay đổi so với đợt trước JSON',
  'corrections.json': 'Nội dung đính chính JSON',
  'manifest.json': 'Bản kê và mã băm của đợt công bố',
};

/** Addresses of this release, which never change, and the one address that always has the current one. */
export function Downloads({ scoreboard, downloads }: { scoreboard: Scoreboard; downloads: Download[] }) {
  const api = `/v1/scoreboard/${scoreboard.group}/${scoreboard.period}`;
  return (
    <section aria-labelledby="tai-ve">
      <h2 id="tai-ve">Tải số liệu</h2>
      <ul class="plain downloads">
        {inOrder(downloads).map(({ name, bytes }) => (
          <li key={name}>
            <a href={`/releases/${scoreboard.release}/${name}`} download>
              {labels[name] ?? name}
            </a>{' '}
            ({sizeVi(bytes)})
          </li>
        ))}
      </ul>
      <p>
        Địa chỉ API của đợt hiện hành: <a href={api}>{api}</a>
      </p>
    </section>
  );
}

const order = Object.keys(labels);

const inOrder = (downloads: Download[]) => downloads.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));

/** Whole kilobytes, at least one: enough to decide on a slow network. */
const sizeVi = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024))} KB`;
