import { publicRoutes } from '../../../shared/public-api/public-routes.ts';
import { testOrigin } from './drawn-release.ts';

/** Ids of each page by address; null: a file, in which there is nothing to point at. */
export type Addresses = Map<string, ReadonlySet<string> | null>;

export const idsIn = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!));

/** As a browser follows it, whoever reads the page's data, and whoever shows a link to it with its picture. */
const targetsIn = (html: string): string[] => [
  ...[...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target!.replaceAll('&amp;', '&')),
  ...[...html.matchAll(/<meta property="og:(?:url|image)" content="([^"]*)"/g)].map(([, target]) => target!),
  ...[...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, json]) => urlsIn(json!)),
];

const urlsIn = (json: string): string[] =>
  [...json.matchAll(/"(https:\/\/dti\.example[^"]*)"/g)].map(([, url]) => url!);

/** Paths that a reader can go to from the page at an address. */
export const linksIn = (address: string, html: string): string[] =>
  [...html.matchAll(/<a href="([^"#]+)/g)].map(([, target]) => new URL(target!, `${testOrigin}${address}`).pathname);

/** The verification of a unit is told by what stands after `#`: its script reads it, no element has it. */
const isTold = (path: string) => path.endsWith('/kiem-tra/');

const apiPaths = [
  /^\/v1\/openapi\.json$/,
  ...publicRoutes.map(({ path }) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)),
];

/** Links of the page at an address that lead to no page, file, anchor or route of the site. */
export function brokenLinks(address: string, html: string, known: Addresses): string[] {
  return [...new Set(targetsIn(html))].filter((target) => !stands(new URL(target, `${testOrigin}${address}`), known));
}

function stands({ origin, protocol, pathname, hash }: URL, known: Addresses): boolean {
  // The icon that browsers would ask for is there in the page itself, empty.
  if (origin !== testOrigin) return ['https:', 'mailto:', 'data:'].includes(protocol);
  if (apiPaths.some((path) => path.test(pathname))) return true;
  const ids = known.get(decodeURIComponent(pathname));
  if (ids === undefined) return false;
  return hash === '' || isTold(pathname) || ids?.has(decodeURIComponent(hash.slice(1))) === true;
}
