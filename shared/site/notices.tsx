import { reasonVi, shortReleaseVi } from '../release/corrections/corrections-words.ts';
import { noticesVi } from '../release/scoreboard-words.ts';
import type { CorrectionReason } from '../release/selection.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';

interface NoticesProps {
  scoreboard: Scoreboard;
  /** What took this one's place; null: this is the current one. */
  supersededBy: Superseding | null;
}

/** The release that took another one's place, and why. */
export interface Superseding {
  /** `dti/province34/2024/r2` */
  release: string;
  /** Null where none was asked for. */
  reason: CorrectionReason | null;
}

/** Before the heading: what a reader must know before the first figure. */
export function Notices({ scoreboard, supersededBy }: NoticesProps) {
  const notices = noticesVi(scoreboard);
  const { illustrative } = scoreboard.framework;
  return (
    <>
      {supersededBy !== null && <Superseded {...supersededBy} />}
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

function Superseded({ release, reason }: Superseding) {
  const number = shortReleaseVi(release);
  return (
    <p class="notice superseded">
      Đợt này đã được thay bằng đợt {number}. <a href={`/releases/${release}/`}>Xem đợt {number}</a>
      {reason && <span class="reason">{reasonVi(reason)}</span>}
    </p>
  );
}
