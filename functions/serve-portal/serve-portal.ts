import { extname } from 'node:path';
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

/** One file of the page. Names hold the hash of what they name, so that they are kept for ever, but for the page itself. */
export async function servePortal(file: string, { config, files }: Deps): Promise<Response> {
  if (file === 'config.json') return send('application/json', JSON.stringify(config), 'no-cache', config);
  const body = (await files()).get(file);
  if (body === undefined) throw unknownFile();
  const caching = file === page ? 'no-cache' : 'public, max-age=31536000, immutable';
  return send(types[extname(file)] ?? 'application/octet-stream', body, caching, config);
}

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
