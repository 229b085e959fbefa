import { againstVi } from '../release/changes/changes-words.ts';
import { reasonVi } from '../release/corrections/corrections-words.ts';
import type { Language } from './language.ts';
import { marks } from './marks.ts';
import type { ReleaseSite } from './release-site.ts';
import { useView } from './view.ts';
import { rankingWords as words } from './words/ranking-words.ts';
import { frameworkName, releaseLabel } from './words/scoreboard-words.ts';

/** Release, framework and, where there is one, what it is compared with: before the first figure. */
export function ReleaseLine({ site: { scoreboard, changes, corrections } }: { site: ReleaseSite }) {
  const { language, root } = useView();
  const { source } = scoreboard;
  return (
    <>
      <p class="note">
        {releaseLabel(scoreboard.release, language)} ·{' '}
        {source ? (
          <a href={source.address}>{language === 'vi' ? source.source_vi : source.source_en}</a>
        ) : (
          <>
            {language === 'vi' ? 'công bố ngày' : 'published on'} <time datetime={marks.isoDay}>{marks.day}</time>
          </>
        )}{' '}
        · {frameworkName(scoreboard)} · {changes === null ? words.noComparable[language] : against(changes, language)}
      </p>
      {corrections && (
        <p class="note">
          {language === 'vi' ? 'Đợt này đã đính chính đợt' : 'This release corrects'}{' '}
          <a href={`${language === 'vi' ? '' : '/en'}/releases/${corrections.corrects}/`}>
            {releaseLabel(corrections.corrects, language)}
          </a>
          : <a href={`${root}dinh-chinh/`}>{language === 'vi' ? 'nội dung đính chính' : 'what was corrected'}</a>.{' '}
          {/* Whoever corrects writes Vietnamese. */}
          <span lang="vi">{reasonVi(corrections.reason)}</span>
        </p>
      )}
    </>
  );
}

const against = (changes: NonNullable<ReleaseSite['changes']>, language: Language): string =>
  language === 'vi' ? againstVi(changes) : `Compared with ${releaseLabel(changes.against.release, 'en')}.`;
