import { againstVi } from '../release/changes/changes-words.ts';
import { reasonVi } from '../release/corrections/corrections-words.ts';
import type { ShownScoreboard } from '../scoring/scoreboard.ts';
import type { Language } from './language.ts';
import { marks, publicationDay } from './marks.ts';
import { changesPath, hasChanges } from './page-list.ts';
import type { ReleaseSite } from './release-site.ts';
import { useView } from './view.ts';
import { rankingWords as words } from './words/ranking-words.ts';
import { frameworkName, releaseLabel } from './words/scoreboard-words.ts';

interface LineProps {
  site: ReleaseSite;
  /** The page tells what the release is compared with, so that a link to it would lead to itself. */
  isChanges?: boolean;
}

/** Release, framework and, where there is one, what it is compared with: before the first figure. */
export function ReleaseLine({ site, isChanges = false }: LineProps) {
  const { language, root } = useView();
  const { scoreboard, corrections } = site;
  const { source } = scoreboard;
  return (
    <>
      <p class="note">
        {released(scoreboard, language)} ·{' '}
        {source ? (
          <a href={source.address}>{language === 'vi' ? source.source_vi : source.source_en}</a>
        ) : (
          <>
            {language === 'vi' ? 'công bố ngày' : 'published on'}{' '}
            <time datetime={marks.isoDay}>{publicationDay[language]}</time>
          </>
        )}{' '}
        · {frameworkName(scoreboard, language)} · <Compared site={site} isChanges={isChanges} />
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

/** `Đợt r1 năm 2024`; `Số liệu đã công bố năm 2023`. */
function released({ release, source }: ShownScoreboard, language: Language): string {
  const label = releaseLabel(release, language);
  if (source) return `${label[0]!.toUpperCase()}${label.slice(1)}`;
  return `${language === 'vi' ? 'Đợt' : 'Release'} ${label}`;
}

/** Leads to whose rank moved, or to why none is compared; from there to what it is compared with. */
function Compared({ site: { scoreboard, changes }, isChanges }: Required<LineProps>) {
  const { language, root } = useView();
  const told = changes === null ? words.noComparable[language] : against(changes, language);
  if (isChanges)
    return changes ? (
      <a href={`${language === 'vi' ? '' : '/en'}/releases/${changes.against.release}/`}>{told}</a>
    ) : (
      told
    );
  return hasChanges(scoreboard) ? <a href={`${root}${changesPath}`}>{told}</a> : told;
}

const against = (changes: NonNullable<ReleaseSite['changes']>, language: Language): string =>
  language === 'vi' ? againstVi(changes) : `Compared with ${releaseLabel(changes.against.release, 'en')}.`;
