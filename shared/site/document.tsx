import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { FeedLink } from './feed-links.ts';
import type { Language } from './language.ts';
import { style } from './style.ts';
import { frameWords as words } from './words/frame-words.ts';

interface DocumentProps {
  /** Absent: Vietnamese. */
  language?: Language;
  title: string;
  description: string;
  /** Where what it tells of stands for ever; absent: nowhere else. */
  canonical?: string;
  /** To follow what the page lists. */
  feed?: FeedLink;
  /** Where the list of releases stands in each language, on it: its head leads to the ranking and to the other language. */
  rounds?: Record<Language, string>;
  /** Of this page alone, after that of all; a constant of ours, as that is. */
  ownStyle?: string;
  children: ComponentChildren;
}

/** A whole page as it is served: one file, readable without JavaScript, nothing fetched from elsewhere. */
export function renderDocument(props: DocumentProps): string {
  return `<!doctype html>\n${render(<Document {...props} />)}\n`;
}

function Document({ language = 'vi', title, description, canonical, feed, ownStyle = '', ...shown }: DocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* None: asked for at its usual address it would be a 404 on every page. */}
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <meta name="description" content={description} />
        {canonical && <link rel="canonical" href={canonical} />}
        {feed && <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.address} />}
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        {/* A constant of ours; escaped, its quotes would be entities, which a style does not read. */}
        <style dangerouslySetInnerHTML={{ __html: style + ownStyle }} />
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          {words.skip[language]}
        </a>
        <header class="top">
          {shown.rounds ? (
            <Bar rounds={shown.rounds} language={language} />
          ) : (
            <p class="page">{words.brand[language]}</p>
          )}
        </header>
        <div class="page">{shown.children}</div>
      </body>
    </html>
  );
}

/** As at the head of the pages of a release, without what leads to one. */
function Bar({ rounds, language }: { rounds: Record<Language, string>; language: Language }) {
  const other = language === 'vi' ? 'en' : 'vi';
  const home = language === 'vi' ? '/' : '/en/';
  return (
    <div class="page bar">
      <p class="brand">
        <a href={home}>{words.brand[language]}</a>
      </p>
      <nav aria-label={words.pages[language]}>
        <ul>
          <li>
            <a href={home}>{words.ranking[language]}</a>
          </li>
          <li>
            <a href={rounds[language]} aria-current="page">
              {words.rounds[language]}
            </a>
          </li>
          <li>
            <a href={rounds[other]} lang={other} hreflang={other}>
              {words.otherLanguage[language]}
            </a>
          </li>
        </ul>
      </nav>
    </div>
  );
}
