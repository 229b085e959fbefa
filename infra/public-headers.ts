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

export const publicHeaders = {
  // Files are for programs of any origin; there is nothing here that a sign-in shows more of.
  'access-control-allow-origin': '*',
  'content-security-policy': contentSecurityPolicy,
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;
