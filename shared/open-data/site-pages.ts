import { addresses } from './addresses.ts';
import type { PublicRelease } from './public-release.ts';
import type { SitePage } from './sitemap.ts';

/** Pages of a release that search engines are told of. */
export const pagesOf = ({ header }: PublicRelease): SitePage[] => [{ vi: addresses.release(header.release), en: null }];
