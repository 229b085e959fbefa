import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalConfig } from '../../../functions/serve-portal/portal-config.ts';
import { openPortalFiles } from '../../../functions/serve-portal/portal-files.ts';
import { servePortal } from '../../../functions/serve-portal/serve-portal.ts';
import { buildPortal } from '../../../infra/portal/build-portal.ts';

const config: PortalConfig = {
  issuer: 'https://issuer.example.vn',
  authorization_endpoint: 'https://sign-in.example.vn/authorize',
  token_endpoint: 'https://sign-in.example.vn/token',
  end_session_endpoint: 'https://sign-in.example.vn/logout',
  client_id: 'portal',
  scope: 'openid dti/portal',
  logout: 'cognito',
  raw_origin: 'https://raw.s3.example.vn',
};

let folder: string;
let names: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-'));
  await buildPortal(folder);
  names = await readdir(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const serve = (file: string) => servePortal(file, { config, files: openPortalFiles(folder) });
const main = () => names.find((name) => /^main-.*\.js$/.test(name))!;

describe('servePortal', () => {
  it('serves the page afresh, and for ever what it names by content', async () => {
    const page = await serve('index.html');
    expect(page).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'no-cache' } });
    expect(page.body).toContain(main());
    expect((await serve(main())).headers).toMatchObject({
      ...{ 'content-type': 'text/javascript; charset=utf-8' },
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(JSON.parse((await serve('config.json')).body!)).toEqual(config);
  });

  it('lets the page run its own script, talk to its own places and be framed by nobody', async () => {
    const { headers } = await serve('index.html');
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https://raw.s3.example.vn; " +
        "font-src 'self'; connect-src 'self' https://sign-in.example.vn https://raw.s3.example.vn; form-action 'none'; " +
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
  });

  it('has no other file, above all none beside its own', async () => {
    for (const file of ['../package.json', 'main.js', '__proto__', ''])
      await expect(serve(file)).rejects.toMatchObject({ status: 404, code: 'file-unknown' });
  });

  it('weighs no more than 40 KB of script in all, as brotli sends it', async () => {
    const scripts = names.filter((name) => name.endsWith('.js'));
    const bodies = await Promise.all(scripts.map(async (name) => (await serve(name)).body!));
    const bytes = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(40 * 1024);
  });

  it('builds the same names from the same code', async () => {
    const again = await mkdtemp(join(tmpdir(), 'portal-'));
    await buildPortal(again);
    expect(await readdir(again)).toEqual(names);
    await rm(again, { recursive: true });
  });
});
