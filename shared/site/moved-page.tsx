import { renderDocument } from './document.tsx';
import type { Language } from './language.ts';
import { movedWords as words } from './words/moved-page-words.ts';
import { releaseLabel } from './words/scoreboard-words.ts';

export interface MovedPage {
  /** Below the site's root and below the release's folder: `chi-so/awareness/`. */
  path: string;
  /** That had it last. */
  release: string;
  language: Language;
}

/** Leads from an address at the site's root, which many may have kept, to where the page stands for ever. */
export function renderMovedPage({ path, release, language }: MovedPage, origin: string): string {
  const address = `${prefix(language)}/releases/${release}/${path}`;
  return renderDocument({
    language,
    title: words.title[language],
    description: words.told[language],
    canonical: `${origin}${address}`,
    children: (
      <main id="noi-dung">
        <h1>{words.title[language]}</h1>
        <p class="lead">
          {words.told[language]} {words.lastIn[language]} <a href={address}>{releaseLabel(release, language)}</a>.
        </p>
        <WayOn language={language} />
      </main>
    ),
  });
}

/** To what stands at the site's root whatever is out. */
function WayOn({ language }: { language: Language }) {
  return (
    <p>
      {words.wayOn[language]} <a href={`${prefix(language)}/`}>{words.ranking[language]}</a>,{' '}
      <a href={`${prefix(language)}/cac-dot/`}>{words.rounds[language]}</a>.
    </p>
  );
}

const prefix = (language: Language): string => (language === 'vi' ? '' : '/en');
