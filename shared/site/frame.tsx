import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { officeOf } from '../release/office.ts';
import { type FeedLink, feedsOf } from './feed-links.ts';
import type { Language } from './language.ts';
import { marks, publicationDay } from './marks.ts';
import { hasMap, isComputed, type PageKind, type PageRef, rootFrom } from './page-list.ts';
import { pictureSize, rankingPicture } from './pictures/picture-paths.ts';
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

const prefix: Record<Language, string> = { vi: '', en: '/en' };

/** Where the page stands for ever; copies at the site's root name it too. */
export const permanentAddress = ({ site, ref }: Pick<Framed, 'site' | 'ref'>, language: Language): string =>
  `${marks.origin}${prefix[language]}/releases/${site.scoreboard.release}/${ref.path}`;

function Head({ content, site, ref, language }: Framed & { content: PageContent }) {
  const { title, picture = rankingPicture(language), structured } = content;
  const { styles = [], scripts = [], feeds = [] } = content;
  const full = documentTitle(title, site, language);
  const description = marked(content.description, site, language);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* None: asked for at its usual address it would be a 404 on every page. */}
      <link rel="icon" href="data:," />
      <meta name="color-scheme" content="light dark" />
      <title>{full}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={permanentAddress({ site, ref }, language)} />
      <link rel="alternate" hreflang="vi" href={permanentAddress({ site, ref }, 'vi')} />
      <link rel="alternate" hreflang="en" href={permanentAddress({ site, ref }, 'en')} />
      {[...feedsOf(site, language), ...feeds].map(({ title, address }) => (
        <link key={address} rel="alternate" type="application/atom+xml" title={title} href={address} />
      ))}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={full} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={permanentAddress({ site, ref }, language)} />
      <meta property="og:image" content={`${marks.origin}/releases/${site.scoreboard.release}/${picture}`} />
      <meta property="og:image:width" content={`${pictureSize.width}`} />
      <meta property="og:image:height" content={`${pictureSize.height}`} />
      <meta name="twitter:card" content="summary_large_image" />
      {[site.assets.style, ...styles].map((address) => (
        <link key={address} rel="stylesheet" href={address} />
      ))}
      <SheetFoot site={site} language={language} />
      <script src={site.assets.script} defer />
      {scripts.map((address) => (
        <script key={address} type="module" src={address} />
      ))}
      {structured && (
        // As data: a script of another type is never run, and `<` is all that could end it.
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(structured).replaceAll('<', '\\u003c') }}
        />
      )}
    </head>
  );
}

/** Release and day at the foot of every printed sheet: a sheet is handed on alone. */
function SheetFoot({ site: { scoreboard }, language }: Pick<Framed, 'site' | 'language'>) {
  const on = (isComputed(scoreboard) ? words.publishedOn : words.takenInOn)[language];
  const text = `${releaseSentence(scoreboard, language)} · ${on} ${publicationDay[language]}`;
  // A string of CSS escapes as one of JSON does, but for what would end the element.
  const quoted = JSON.stringify(text).replaceAll('<', '\\3c ');
  return <style dangerouslySetInnerHTML={{ __html: `@page{@bottom-left{content:${quoted}}}` }} />;
}

/** Browsers print it on every sheet, and others quote it: release and mark belong to it. */
function documentTitle(title: string, { scoreboard }: ReleaseSite, language: Language): string {
  const released = releaseSentence(scoreboard, language);
  const full = `${title}, ${released[0]!.toLowerCase()}${released.slice(1)}`;
  return marked(full, { scoreboard }, language);
}

/** What is made up says so first, wherever it is read. */
const marked = (text: string, { scoreboard }: Pick<ReleaseSite, 'scoreboard'>, language: Language): string =>
  scoreboard.framework.illustrative ? `${words.illustrative[language]}: ${text}` : text;

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
