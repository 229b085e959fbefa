import { renderDocument } from './document.tsx';
import type { Language } from './language.ts';
import { unknownPageWords as words } from './words/unknown-page-words.ts';

/** What an address without a page answers with: in the same dress, in the language of its folder, and with a way on. */
export function renderUnknownPage(path = '/'): string {
  const language = languageOf(path);
  return renderDocument({
    language,
    title: words.title[language],
    description: words.told[language],
    children: (
      <main id="noi-dung">
        <h1>{words.title[language]}</h1>
        <p class="lead">
          {words.told[language]} {words.wayOn[language]}{' '}
          <a href={language === 'vi' ? '/' : '/en/'}>{words.ranking[language]}</a>,{' '}
          <a href={language === 'vi' ? '/cac-dot/' : '/en/cac-dot/'}>{words.rounds[language]}</a>.
        </p>
      </main>
    ),
  });
}

/** `/en` is what is left of `/en/` where somebody forgot the end. */
const languageOf = (path: string): Language => (path === '/en' || path.startsWith('/en/') ? 'en' : 'vi');

/** Said for a minute: the page may stand at the next release. */
export const unknownPageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=60',
} as const;
