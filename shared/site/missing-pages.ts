/**
 * Where the API answers for pages that are not there. CloudFront asks here once the bucket has no file of an address, and
 * puts the address behind it: only so does a missing page get the site's dress, and a call to the API its problem document,
 * under one distribution whose error pages would hold for both.
 */
export const missingPagesFolder = '/v1/pages';

/** The page that was asked for; null: the address is another of the API. */
export const missingPageOf = (path: string): string | null =>
  path.startsWith(`${missingPagesFolder}/`) ? path.slice(missingPagesFolder.length) : null;
