import { renderDocument } from './document.tsx';
import type { Language } from './language.ts';
import { awaitedTitle, awaitedTold, movedWords as words } from './words/moved-page-words.ts';
import { releaseLabel } from './words/scoreboard-words.ts';

/**
 * What stands at the site's root for a unit until a release puts its page there: pages of units that it was formed from lead to it,
 * and may be out years before. It leads to the newest table of those, which is there; a ranking may not be.
 */
export const renderAwaitedPage = (unitName: string, release: string, language: Language): string =>
  renderDocument({
    language,
    title: awaitedTitle(unitName, language),
    description: awaitedTold(unitName, language),
    children: (
      <main id="noi-dung">
        <h1>{awaitedTitle(unitName, language)}</h1>
        <p class="lead">
          {awaitedTold(unitName, language)} {words.wayOn[language]}{' '}
          <a href={`${language === 'vi' ? '' : '/en'}/releases/${release}/`}>{releaseLabel(release, language)}</a>.
        </p>
      </main>
    ),
  });
