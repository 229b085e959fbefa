import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ComponentChildren } from 'preact';
import { publicHeaders } from '../../infra/public-headers.ts';
import { bundleVerifyScript } from '../../infra/site/build-verify-script.ts';
import type { Files } from '../../shared/release/frozen-inputs.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { renderDocument } from '../../shared/site/document.tsx';
import type { Language } from '../../shared/site/language.ts';
import { isSimulated } from '../../shared/site/simulated-files.ts';
import { VerifySection } from '../../shared/site/verify-section.tsx';
import { verifyStyle } from '../../shared/site/verify-style.ts';
import { WhatIfSection } from '../../shared/site/what-if-section.tsx';
import { whatIfStyle } from '../../shared/site/what-if-style.ts';
import { signedBeside } from './signed-beside.ts';

export interface VerifySite {
  url: string;
  /** Release → its files; a test may lay others in their place. */
  releases: Map<string, Files>;
  /** Release → what was signed of it as it was at first. */
  signatures: Map<string, Files>;
  close(): void;
}

/** Releases with the pages that carry the two sections, under the headers of the public site: its CSP is the one that counts. */
export async function openVerifySite(...all: Files[]): Promise<VerifySite> {
  const script = await bundleVerifyScript();
  const releases = new Map(all.map((files) => [scoreboardOf(files).release, files]));
  const signatures = new Map<string, Files>();
  for (const [release, files] of releases) signatures.set(release, await signedBeside(files.get('manifest.json')!));
  const answer = (path: string): [type: string, body: string | Uint8Array] | null => {
    if (path === `/assets/${script.name}`) return ['text/javascript; charset=utf-8', script.bytes];
    const [, language, release, page] = /^\/(vi|en)\/(.+?\/r\d+)\/(.+)$/.exec(path) ?? [];
    const files = releases.get(release ?? '');
    if (files) return ['text/html; charset=utf-8', drawPage(page!, files, language as Language, script)];
    const [, of, name] = /^\/releases\/(.+?\/r\d+)\/(.+)$/.exec(path) ?? [];
    const bytes = releases.get(of ?? '')?.get(name ?? '') ?? signatures.get(of ?? '')?.get(name ?? '');
    return bytes ? [contentTypeOf(name!), bytes] : null;
  };
  const server = createServer(({ url }, response) => {
    // Browsers ask for it of their own accord; it is none of what is tested.
    if (url === '/favicon.ico') return void response.writeHead(204).end();
    const [type, body] = answer(decodeURIComponent(url!.split('?')[0]!)) ?? [null, ''];
    response.writeHead(type === null ? 404 : 200, { ...publicHeaders, 'content-type': type ?? 'text/plain' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    releases,
    signatures,
    close: () => server.close(),
  };
}

const scoreboardOf = (files: Files): Scoreboard => JSON.parse(new TextDecoder().decode(files.get('scoreboard.json')));

/** `verify`, `what-if`, or the id of a unit. Drawn from the table as it is, also where it is damaged. */
function drawPage(page: string, files: Files, language: Language, script: { name: string; sha256: string }): string {
  const { release } = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as { release: string };
  const unit = page === 'verify' ? {} : { unitId: page };
  const simulated = [...files.keys()].some(isSimulated);
  return drawn(
    language,
    script.name,
    page === 'what-if' ? (
      <WhatIfSection scoreboard={scoreboardOf(files)} language={language} />
    ) : (
      <VerifySection
        release={release}
        language={language}
        simulated={simulated}
        scriptSha256={script.sha256}
        {...unit}
      />
    ),
  );
}

const drawn = (language: Language, script: string, section: ComponentChildren): string =>
  renderDocument({
    title: 'Kiểm tra',
    description: 'Kiểm tra',
    ownStyle: verifyStyle + whatIfStyle,
    children: (
      <main id="noi-dung" lang={language}>
        <h1>Kiểm tra</h1>
        {section}
        <p id="below">…</p>
        <script type="module" src={`/assets/${script}`} />
      </main>
    ),
  });
