import { gunzipSync, gzipSync } from 'node:zlib';
import type { Language } from './language.ts';

/**
 * What one step drew, as one object in the lake: thousands of pages would be thousands of reads. Publishing takes them
 * apart, fills their marks and puts each at its addresses.
 */
export interface SitePack {
  pages: DrawnPage[];
  /** Files at an address of their own, whoever's page names them: named by content, kept for ever. */
  assets: DrawnAsset[];
}

export interface DrawnPage {
  language: Language;
  /** Below the release's folder: `don-vi/P01-2025/`. */
  path: string;
  html: string;
}

export interface DrawnAsset {
  /** In the public bucket: `assets/site-3f2a….css`. */
  key: string;
  base64: string;
}

/** The same bytes for the same pages: the header of gzip has a place for the time, which Node leaves empty. */
export const packSite = (pack: SitePack): Uint8Array => gzipSync(JSON.stringify(pack));

export const unpackSite = (bytes: Uint8Array): SitePack => JSON.parse(gunzipSync(bytes).toString('utf8')) as SitePack;
