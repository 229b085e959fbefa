import { addresses } from './addresses.ts';
import { escapeXml, xmlHead } from './xml.ts';

/** A page in its languages: paths below the origin. */
export interface SitePage {
  vi: string;
  /** Null: there is none. */
  en: string | null;
}

/** The pages of one line of releases. */
export interface LinePages {
  /** `dti/province34/2024` */
  line: string;
  /** Instant of the newest release. */
  updated: string;
  pages: readonly SitePage[];
}

/** `sitemap.xml`: one sitemap per line of releases, so that a release changes two small files whatever else there is. */
export function renderSitemapIndex(lines: readonly Omit<LinePages, 'pages'>[], origin: string): string {
  const entries = lines.map(
    ({ line, updated }) =>
      `  <sitemap><loc>${escapeXml(origin + addresses.lineSitemap(line))}</loc><lastmod>${updated}</lastmod></sitemap>\n`,
  );
  return `${xmlHead}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`;
}

/** Each page in each of its languages, with the others named beside it. */
export function renderSitemap({ pages, updated }: LinePages, origin: string): string {
  const entries = pages.flatMap((page) => languagesOf(page).map(([, path]) => renderPage(path, page, updated, origin)));
  const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `${xmlHead}<urlset ${spaces}>\n${entries.join('')}</urlset>\n`;
}

const languagesOf = ({ vi, en }: SitePage): [language: string, path: string][] =>
  en === null
    ? [['vi', vi]]
    : [
        ['vi', vi],
        ['en', en],
      ];

function renderPage(path: string, page: SitePage, updated: string, origin: string): string {
  const languages = languagesOf(page);
  const alternates = languages.length < 2 ? [] : languages.map(([language, at]) => alternate(language, origin + at));
  return `  <url><loc>${escapeXml(origin + path)}</loc><lastmod>${updated}</lastmod>${alternates.join('')}</url>\n`;
}

const alternate = (language: string, address: string): string =>
  `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(address)}"/>`;

/** `robots.txt`: everything may be read. Whoever signs in does so on another host. */
export const renderRobots = (origin: string): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${origin}${addresses.sitemap}\n`;
