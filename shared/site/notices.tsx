import { noticesVi } from '../release/scoreboard-words.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';

interface NoticesProps {
  scoreboard: Scoreboard;
  /** Name of the release that took this one's place; null: this is the current one. */
  supersededBy: string | null;
}

/** Before the heading: what a reader must know before the first figure. */
export function Notices({ scoreboard, supersededBy }: NoticesProps) {
  const notices = noticesVi(scoreboard);
  const { illustrative } = scoreboard.framework;
  return (
    <>
      {supersededBy !== null && <Superseded release={supersededBy} />}
      {notices.length > 0 && (
        <p class={illustrative ? 'notice illustrative' : 'notice'}>
          {notices.join(' ')}
          {illustrative && (
            <>
              {' '}
              <a href="#luu-y">Phần nào có thật, phần nào minh họa</a>
            </>
          )}
        </p>
      )}
    </>
  );
}

function Superseded({ release }: { release: string }) {
  const number = release.split('/').at(-1);
  return (
    <p class="notice superseded">
      Đợt này đã được thay bằng đợt {number}. <a href={`/releases/${release}/`}>Xem đợt {number}</a>
    </p>
  );
}
