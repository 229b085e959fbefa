/** Addresses of what all pages share, each named by its content: `/assets/site-3f2a….css`. */
export interface SiteAssets {
  style: string;
  /** Sorts and searches tables in place; every page can be read without it. */
  script: string;
  /** Fonts that the style names, fetched beside it. */
  fonts: string[];
  /** Of provenance pages alone: others need not carry it. */
  provenanceStyle: string;
  /** Of the page that verifies alone. */
  verifyStyle: string;
  /** Loaded by that page; its digest, in lower-case hex, is printed there. */
  verifyScript: { address: string; sha256: string };
}

/** Where they lie in the public bucket, for ever. */
export const assetsFolder = 'assets/';
