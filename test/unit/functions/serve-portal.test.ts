import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalConfig } from '../../../functions/serve-portal/portal-config.ts';
import { openPortalFiles, type PortalFiles } from '../../../functions/serve-portal/portal-files.ts';
import { servePortal } from '../../../functions/serve-portal/serve-portal.ts';
import { buildPortal } from '../../../infra/portal/build-portal.ts';

const config: PortalConfig = {
  issuer: 'https://issuer.example.vn',
  authorization_endpoint: 'https://sign-in.example.vn/authorize',
  token_endpoint: 'https://sign-in.example.vn/token',
  end_session_endpoint: 'https://sign-in.example.vn/logout',
  revocation_endpoint: 'https://sign-in.example.vn/revoke',
  client_id: 'portal',
  scope: 'openid dti/portal',
  logout: 'cognito',
  raw_origin: 'https://raw.s3.example.vn',
};

let folder: string;
let names: string[];
let files: PortalFiles;
let outputs: Metafile['outputs'];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-'));
  ({ outputs } = await buildPortal(folder));
  names = await readdir(folder);
  files = openPortalFiles(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const serve = (file: string, acceptEncoding?: string) => servePortal({ file, acceptEncoding }, { config, files });
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

  it('says in the page itself where to sign in, whatever stands in it', async () => {
    const hostile = { ...config, client_id: `"><script>&quot;'$&` };
    const { body } = await servePortal({ file: 'index.html' }, { config: hostile, files });
    const [, told] = /name="portal-config" content="([^"<]*)"/.exec(body!)!;
    expect(JSON.parse(told!.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)))).toEqual(hostile);
    expect(body).toContain('<link rel="preconnect" href="https://sign-in.example.vn" crossorigin>');
    expect(body).not.toContain('{{');
  });

  it('sends as brotli what was compressed when it was built, to whom takes it', async () => {
    const [plain, packed, refused] = [
      await serve(main()),
      await serve(main(), 'gzip, br'),
      await serve(main(), 'br;q=0'),
    ];
    expect(packed).toMatchObject({
      isBase64Encoded: true,
      headers: { 'content-encoding': 'br', vary: 'accept-encoding' },
    });
    expect(brotliDecompressSync(Buffer.from(packed.body!, 'base64')).toString()).toBe(plain.body);
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding' });
    expect(refused).toEqual(plain);
    await expect(serve(`${main()}.br`)).rejects.toMatchObject({ status: 404 });
  });

  it('fetches with a screen what that imports, and nothing that the page has', async () => {
    const code = (await serve(main())).body!;
    const here = filesOf(nameOf('main.tsx'));
    for (const [screen] of Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.includes('/screens/'))) {
      const others = [...filesOf(screen)].filter((file) => !here.has(file)).map((file) => `"./${basename(file)}"`);
      const asked = code.match(new RegExp(`(?:import|\\$beside)\\((${others[0]}[^)]*)\\)`))![1]!;
      expect(asked.split(',').sort()).toEqual(others.sort());
    }
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

  it('weighs no more than 40 KB of script on the way to any screen, as brotli sends it', async () => {
    const screens = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.includes('/screens/'));
    const start = filesOf(nameOf('main.tsx'));
    const ways = screens.map(([screen]) => [screen, new Set([...start, ...filesOf(screen)])] as const);
    const weighed = await Promise.all(ways.map(async ([screen, files]) => [screen, await weigh(files)] as const));
    expect(weighed.length).toBeGreaterThan(20);
    expect(Math.min(...weighed.map(([, bytes]) => bytes))).toBeGreaterThan(10_000);
    expect(weighed.filter(([, bytes]) => bytes > 40 * 1024)).toEqual([]);
  });

  it('weighs no more than 25 KB on the way to where one lands, and 120 KB in all', async () => {
    const start = filesOf(nameOf('main.tsx'));
    const landings = ['officer/work-list', 'head/waiting-list', 'appraisal/appraisal-list', 'ministry/periods'];
    for (const landing of [...landings, 'draft/department-work'])
      expect(await weigh(new Set([...start, ...filesOf(nameOf(`screens/${landing}.tsx`))]))).toBeLessThanOrEqual(
        25 * 1024,
      );
    const scripts = new Set(Object.keys(outputs).filter((name) => name.endsWith('.js')));
    expect(await weigh(scripts)).toBeLessThanOrEqual(120 * 1024);
    expect(
      (await Promise.all([...scripts].map((name) => serve(basename(name))))).map(({ body }) => body).join(''),
    ).toContain('Đăng nhập');
  });

  const nameOf = (entry: string) =>
    Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(`client/${entry}`))![0];

  /** A file and what it imports at once; what it fetches later is another screen. */
  function filesOf(output: string, found = new Set<string>()): Set<string> {
    if (found.has(output)) return found;
    found.add(output);
    for (const { path, kind } of outputs[output]!.imports) if (kind === 'import-statement') filesOf(path, found);
    return found;
  }

  async function weigh(files: Set<string>): Promise<number> {
    const bodies = await Promise.all([...files].map(async (file) => (await serve(basename(file), 'br')).body!));
    return bodies.reduce((sum, body) => sum + Buffer.from(body, 'base64').length, 0);
  }

  it('builds the same names from the same code', async () => {
    const again = await mkdtemp(join(tmpdir(), 'portal-'));
    await buildPortal(again);
    expect(await readdir(again)).toEqual(names);
    await rm(again, { recursive: true });
  });
});
