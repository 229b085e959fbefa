import { feedsOf } from './feed-links.ts';
import type { Framed, PageContent } from './frame.tsx';
import type { Language } from './language.ts';
import { marks, publicationDay } from './marks.ts';
import { isComputed } from './page-list.ts';
import { pictureSize, rankingPicture } from './pictures/picture-paths.ts';
import type { ReleaseSite } from './release-site.ts';
import { frameWords as words } from './words/frame-words.ts';
import { releaseSentence } from './words/scoreboard-words.ts';

const prefix: Record<Language, string> = { vi: '', en: '/en' };

/** Where the page stands for ever; copies at the site's root name it too. */
export const permanentAddress = ({ site, ref }: Pick<Framed, 'site' | 'ref'>, language: Language): string =>
  `${marks.origin}${prefix[language]}/releases/${site.scoreboard.release}/${ref.path}`;

/** What a page says of itself to browsers, search and whoever shows a link to it. */
export function Head({ content, site, ref, language }: Framed & { content: PageContent }) {
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
