/**
 * Headers of every public page, added by CloudFront's response headers policy and by the local gateway.
 * Pages carry their styles with them and need no script to be read.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const common = {
  // Files are for programs of any origin; there is nothing here that a sign-in shows more of.
  'access-control-allow-origin': '*',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
} as const;

export const publicHeaders = {
  'content-security-policy': contentSecurityPolicy,
  ...common,
  'x-frame-options': 'DENY',
} as const;

/** What others may frame: it runs nothing, fetches nothing, and asks for nothing. */
export const embedPaths = '/embed/*';

export const embedSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

/** `x-frame-options` knows no "everybody": it is left out. */
export const embedHeaders = { 'content-security-policy': embedSecurityPolicy, ...common } as const;

const embedFolder = embedPaths.slice(0, -1);

export const headersOf = (path: string): Record<string, string> =>
  path.startsWith(embedFolder) ? embedHeaders : publicHeaders;
