/** Addresses of what all pages share, each named by its content: `/assets/site-3f2a….css`. */
export interface SiteAssets {
  style: string;
  /** Sorts and searches tables in place; every page can be read without it. */
  script: string;
  /** Verifies a release, and ranks it by other weights; for pages with such a section alone. Its hash is printed there. */
  verify: { script: string; sha256: string };
  /** Fonts that the style names, fetched beside it. */
  fonts: string[];
  /** Of provenance pages alone: others need not carry it. */
  provenanceStyle: string;
  /** Of the page that verifies alone. */
  verifyStyle: string;
}

/** Where they lie in the public bucket, for ever. */
export const assetsFolder = 'assets/';
