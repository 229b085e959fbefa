import type { SiteAssets } from '../../shared/site/site-assets.ts';

/** Addresses of what the build makes, where nothing is built. */
export const siteAssets: SiteAssets = {
  style: '/assets/site.css',
  script: '/assets/site.js',
  fonts: [],
  provenanceStyle: '/assets/provenance.css',
  verifyStyle: '/assets/verify.css',
  verify: { script: '/assets/verify.js', sha256: 'cd'.repeat(32) },
};
