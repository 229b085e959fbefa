import { renderDocument } from './document.tsx';
import type { Language } from './language.ts';
import { awaitedTitle, awaitedTold, movedWords as words } from './words/moved-page-words.ts';

/**
 * What stands at the site's root for a unit until a release puts its page there: pages of units that it was formed from lead to it,
 * and may be out years before. It leads to no ranking: there may be none.
 */
export const renderAwaitedPage = (unitName: string, language: Language): string =>
  renderDocument({
    language,
    title: awaitedTitle(unitName, language),
    description: awaitedTold(unitName, language),
    children: (
      <main id="noi-dung">
        <h1>{awaitedTitle(unitName, language)}</h1>
        <p class="lead">
          {awaitedTold(unitName, language)} {words.wayOn[language]}{' '}
          <a href={language === 'vi' ? '/cac-dot/' : '/en/cac-dot/'}>{words.rounds[language]}</a>.
        </p>
      </main>
    ),
  });
