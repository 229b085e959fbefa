import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { officeOf } from '../release/office.ts';
import type { FeedLink } from './feed-links.ts';
import { Head, permanentAddress } from './head.tsx';
import type { Language } from './language.ts';
import { marks, publicationDay } from './marks.ts';
import { hasMap, isComputed, type PageKind, type PageRef, rootFrom } from './page-list.ts';
import type { ReleaseSite } from './release-site.ts';
import { type View, ViewContext } from './view.ts';
import { frameWords as words } from './words/frame-words.ts';
import { dayOf, notices, releaseSentence } from './words/scoreboard-words.ts';

/** What one kind of page puts into the frame. */
export interface PageContent {
  /** Of the document, the heading's words; the frame adds release and, where it is so, that it is illustrative. */
  title: string;
  /** One or two sentences that can be quoted. */
  description: string;
  /** Between the home page and this one: `[{ path: 'don-vi/P01-2025/', name: 'Hà Nội' }]`. */
  trail?: { path: string; name: string }[];
  /** Address of its picture below the release's folder; absent: that of the ranking. */
  picture?: string;
  /** Absolute addresses of style sheets that this page needs besides the one of all. */
  styles?: string[];
  /** Absolute addresses of scripts that this page needs besides the one of all. */
  scripts?: string[];
  /** To follow, besides those of every page. */
  feeds?: FeedLink[];
  /** Machine-readable description of what the page shows. */
  structured?: object;
  /** Begins with the heading. */
  children: ComponentChildren;
}

export interface Framed {
  site: ReleaseSite;
  ref: PageRef;
  language: Language;
}

/** A whole page as it is served, but for the marks that publishing fills. */
export const renderFrame = (content: PageContent, framed: Framed): string =>
  `<!doctype html>\n${render(
    <ViewContext.Provider value={viewOf(framed)}>
      <Frame {...framed} content={content} />
    </ViewContext.Provider>,
  )}\n`;

function Frame({ content, ...framed }: Framed & { content: PageContent }) {
  const { language } = framed;
  return (
    <html lang={language}>
      <Head {...framed} content={content} />
      <body>
        <a class="skip" href="#noi-dung">
          {words.skip[language]}
        </a>
        <Top {...framed} />
        <div class="page">
          <Trail content={content} {...framed} />
          <main id="noi-dung">
            {/* A comment in Preact's tree is text: the mark goes in as markup. */}
            <div class="marks" dangerouslySetInnerHTML={{ __html: marks.newer }} />
            <Notice {...framed} />
            {content.children}
          </main>
          <Foot {...framed} />
        </div>
      </body>
    </html>
  );
}

const viewOf = ({ site, ref, language }: Framed): View => ({
  ...{ language, root: rootFrom(ref) },
  illustrative: site.scoreboard.framework.illustrative,
});

interface Entry {
  kind: PageKind;
  path: string;
  name: string;
}

function Top({ site, ref, language }: Framed) {
  return (
    <header class="top">
      <div class="page bar">
        <p class="brand">
          <a href={language === 'vi' ? '/' : '/en/'}>{words.brand[language]}</a>
        </p>
        <nav aria-label={words.navigation[language]}>
          <ul>
            {entriesOf(site, language).map(({ kind, path, name }) => (
              <li key={path}>
                <a href={`${rootFrom(ref)}${path}`} aria-current={kind === ref.kind ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
            <li>
              <a href={language === 'vi' ? '/cac-dot/' : '/en/cac-dot/'}>{words.rounds[language]}</a>
            </li>
            <li>
              <a
                href={`${marks.other}${ref.path}`}
                lang={language === 'vi' ? 'en' : 'vi'}
                hreflang={language === 'vi' ? 'en' : 'vi'}
              >
                {words.otherLanguage[language]}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}

function entriesOf({ scoreboard }: ReleaseSite, language: Language): Entry[] {
  const computed: Entry[] = [
    ...(hasMap(scoreboard) ? [{ kind: 'map', path: 'ban-do/', name: words.map[language] } as const] : []),
    { kind: 'method', path: 'phuong-phap/', name: words.method[language] },
  ];
  return [
    { kind: 'ranking', path: '', name: words.ranking[language] },
    ...(isComputed(scoreboard) ? computed : []),
    { kind: 'data', path: 'du-lieu/', name: words.data[language] },
    ...(isComputed(scoreboard)
      ? [{ kind: 'corrections', path: 'dinh-chinh/', name: words.corrections[language] } as const]
      : []),
  ];
}

function Trail({ content: { trail = [] }, ref, language }: Framed & { content: PageContent }) {
  if (trail.length === 0) return null;
  return (
    <nav class="trail" aria-label={words.trail[language]}>
      <ol>
        <li>
          <a href={rootFrom(ref)}>{words.ranking[language]}</a>
        </li>
        {trail.map(({ path, name }, place) => (
          <li key={path}>
            {place === trail.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <a href={`${rootFrom(ref)}${path}`}>{name}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Before the heading: what a reader must know before the first figure. */
function Notice({ site: { scoreboard }, ref, language }: Framed) {
  const told = notices(scoreboard, language);
  if (told.length === 0) return null;
  const { illustrative } = scoreboard.framework;
  return (
    <p class={illustrative ? 'notice illustrative' : 'notice'}>
      {told.join(' ')}
      {illustrative && (
        <>
          {' '}
          <a href={`${rootFrom(ref)}phuong-phap/#luu-y`}>
            {language === 'vi' ? 'Phần nào có thật, phần nào minh họa' : 'What is real and what is illustrative'}
          </a>
        </>
      )}
    </p>
  );
}

/** `Chỉ số chuyển đổi số (DTI), đợt công bố r1 năm 2024 của 34 tỉnh, thành phố`. */
function citedTitle({ scoreboard }: ReleaseSite, language: Language): string {
  const released = releaseSentence(scoreboard, language);
  return `${words.brand[language]}, ${released[0]!.toLowerCase()}${released.slice(1)}`;
}

/** What a figure must be quoted with. */
function Foot({ site, ref, language }: Framed) {
  const { scoreboard } = site;
  const address = permanentAddress({ site, ref }, language);
  const on = (isComputed(scoreboard) ? words.publishedOn : words.takenInOn)[language];
  return (
    <footer>
      <p>
        {releaseSentence(scoreboard, language)} <small>({scoreboard.release})</small> · {on}{' '}
        <time datetime={marks.isoDay}>{publicationDay[language]}</time> · {words.dataUntil[language]}{' '}
        <time datetime={scoreboard.closing_date}>{dayOf(scoreboard.closing_date, language)}</time>
      </p>
      <p>
        {words.cite[language]}: {officeOf(scoreboard.group)}. {citedTitle(site, language)}, {on}{' '}
        {publicationDay[language]}. {words.permanent[language]}: <a href={address}>{address}</a>
      </p>
    </footer>
  );
}
