import { render } from 'preact-render-to-string';
import { reasonVi, shortReleaseVi } from '../release/corrections/corrections-words.ts';
import type { Release } from '../score-store/releases.ts';
import type { Language } from './language.ts';

/** Of a release, what its notice on the pages of the one before tells. */
export type NewerRelease = Pick<Release, 'release' | 'correction'>;

/** What stands before the heading of every page of a release that another one took the place of. */
export const renderNewerNotice = (newer: NewerRelease, language: Language): string =>
  render(<NewerNotice newer={newer} language={language} />);

function NewerNotice({ newer, language }: { newer: NewerRelease; language: Language }) {
  const number = shortReleaseVi(newer.release);
  const reason = newer.correction?.reason ?? null;
  return (
    <p class="notice superseded">
      {language === 'vi' ? `Đợt này đã được thay bằng đợt ${number}. ` : `Superseded by ${number}. `}
      <a href={`${language === 'vi' ? '' : '/en'}/releases/${newer.release}/`}>
        {language === 'vi' ? `Xem đợt ${number}` : `See ${number}`}
      </a>
      {/* Whoever corrects writes Vietnamese. */}
      {reason && (
        <span class="reason" lang="vi">
          {reasonVi(reason)}
        </span>
      )}
    </p>
  );
}
