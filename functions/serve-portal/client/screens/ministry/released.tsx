import type { PublishedRelease } from '../../../../publish-release/publish-release.ts';
import type { Checklist } from '../../../../publish-release/read-checklist.ts';
import { releaseLabel } from '../../parts/release-label.ts';
import { When } from '../../parts/when.tsx';
import { addressOf } from '../../routes.ts';
import { useSay } from '../../words.ts';

interface ReleasedProps {
  checklist: Checklist;
  /** What the call of this person answered; null: it went out before they came, or by itself. */
  made: PublishedRelease | null;
}

/** A release that is out, or goes out just now: where it stands, and what can be fetched there. */
export function Released({ checklist: { release, released_at, published, page }, made }: ReleasedProps) {
  const say = useSay();
  const [, group = '', period = ''] = release.split('/');
  const { vi, en } = releaseLabel(release);
  return (
    <>
      <p class="good" role="status">
        {published
          ? say({ vi: `${vi} đã công bố.`, en: `${en} is out.` })
          : say({
              vi: `${vi} đã được quyết định công bố; các trang đang được đưa lên, thường xong trong hai phút.`,
              en: `${en} is decided; its pages are being put, two minutes at the most.`,
            })}
        {released_at && (
          <>
            {' '}
            <When at={released_at} />
          </>
        )}
      </p>
      {made && !made.decided_by_caller && (
        <p class="notice">
          {say({
            vi: 'Người công bố khác đã quyết định đợt này trước đó; yêu cầu vừa gửi không đổi gì.',
            en: 'Another publisher had decided it before; what was just sent changed nothing.',
          })}
        </p>
      )}
      {published && <Addresses page={page} />}
      {made && <Facts made={made} />}
      <p>
        <a href={addressOf('ky', group, period)}>{say({ vi: 'Bảng theo dõi kỳ', en: 'Board' })}</a>
      </p>
    </>
  );
}

/** On the public site, in a tab of their own: the session stays in this one. */
function Addresses({ page }: { page: string }) {
  const say = useSay();
  const links = [
    ['', say({ vi: 'Trang của đợt trên trang công bố', en: 'Its page on the public site' })],
    ['ranking.xlsx', say({ vi: 'Báo cáo xếp hạng, Excel', en: 'Ranked report, Excel' })],
    ['scoreboard.csv', say({ vi: 'Bảng kết quả, CSV', en: 'Scoreboard, CSV' })],
    ['manifest.json', say({ vi: 'Danh mục tệp và mã băm (manifest.json)', en: 'Files and hashes (manifest.json)' })],
  ];
  return (
    <ul class="tasks">
      {links.map(([path, name]) => (
        <li key={path}>
          <a href={`${page}${path}`} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Facts({ made: { manifest_sha256, not_counted } }: { made: PublishedRelease }) {
  const say = useSay();
  return (
    <dl class="facts">
      <dt>SHA-256 manifest.json</dt>
      <dd class="sha">{manifest_sha256}</dd>
      <dt>{say({ vi: 'Số tệp đến sau khi chạy, không được tính', en: 'Files since the run, which did not count' })}</dt>
      <dd>{not_counted.length}</dd>
    </dl>
  );
}
