import { extname } from 'node:path';
import { takes } from '../../shared/http/compress.ts';
import type { Response } from '../../shared/http/http-function.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { PortalConfig } from './portal-config.ts';
import type { PortalFiles } from './portal-files.ts';

interface Deps {
  config: PortalConfig;
  files: PortalFiles;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.shapes': 'application/json; charset=utf-8',
};

/** The one file whose name says nothing of its content. */
const page = 'index.html';

/** Stands in the built page where {@link PortalConfig} goes: a request less before anything can be shown. */
export const configMark = '{{config}}';

/** And where the page will ask for its token: the connection stands by then. */
export const signInMark = '{{sign-in}}';

interface Asked {
  file: string;
  acceptEncoding?: string | undefined;
}

/** One file of the page. Names hold the hash of what they name, so that they are kept for ever, but for the page itself. */
export async function servePortal({ file, acceptEncoding }: Asked, { config, files }: Deps): Promise<Response> {
  if (file === 'config.json') return send('application/json', JSON.stringify(config), 'no-cache', config);
  const known = (await files()).get(file);
  if (known === undefined) throw unknownFile();
  const type = types[extname(file)] ?? 'application/octet-stream';
  if (file === page) return send(type, tell(known.text, config), 'no-cache', config);
  // The page's own headers say what its files may do; said once more with each, they would be a third of a small one.
  const headers = {
    ...{ 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
    ...{ vary: 'accept-encoding', 'x-content-type-options': 'nosniff' },
  };
  if (!known.brotli || !takes('br', acceptEncoding)) return { statusCode: 200, headers, body: known.text };
  const body = known.brotli.toString('base64');
  return { statusCode: 200, headers: { ...headers, 'content-encoding': 'br' }, body, isBase64Encoded: true };
}

const tell = (text: string, config: PortalConfig): string =>
  text
    .replace(configMark, () => inAttribute(JSON.stringify(config)))
    .replace(signInMark, () => inAttribute(new URL(config.token_endpoint).origin));

const inAttribute = (text: string): string => text.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const send = (type: string, body: string, caching: string, config: PortalConfig): Response => ({
  statusCode: 200,
  headers: { 'content-type': type, 'cache-control': caching, ...securityHeaders(config) },
  body,
});

/** Own origin, no framing, no script but its own and no markup from text; who it may talk to is named. */
export function securityHeaders({ token_endpoint, raw_origin }: PortalConfig): Record<string, string> {
  const signIn = new URL(token_endpoint).origin;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' data: ${raw_origin}`,
      "font-src 'self'",
      `connect-src 'self' ${signIn} ${raw_origin}`,
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

const unknownFile = () =>
  new Problem(404, 'file-unknown', 'Cổng không có tệp này; đề nghị tải lại trang.', 'The portal has no such file.');
