import { manifestPath } from '../release/manifest.ts';
import { provenancePath } from '../release/provenance/provenance-file.ts';
import { keyPath, signaturePath, signedPaths, timeStampPath } from '../release/signed-paths.ts';
import type { Language } from './language.ts';
import { opensslWords as words } from './words/openssl-words.ts';

const verifyOf = (path: string): string =>
  `openssl dgst -sha256 -verify ${keyPath} -signature ${signaturePath(path)} ${path}`;

/** Typed in the folder of the release, in this order; nothing of ours is needed. */
export const opensslCommands = [
  { about: 'signed', lines: signedPaths.map(verifyOf) },
  { about: 'key', lines: [`openssl pkey -pubin -in ${keyPath} -outform DER | openssl dgst -sha256`] },
  { about: 'files', lines: ['openssl dgst -sha256 scoreboard.csv', `openssl dgst -sha256 ${provenancePath}`] },
  { about: 'stamp', lines: [`openssl ts -verify -in ${timeStampPath} -data ${manifestPath} -CAfile ca.pem`] },
] as const satisfies { about: keyof typeof words; lines: readonly string[] }[];

/** How a reader verifies who released it with plain OpenSSL, folded away below what the browser does. */
export function OpensslSection({ language }: { language: Language }) {
  return (
    <section class="verify">
      <details>
        <summary>{words.title[language]}</summary>
        <p>{words.lead[language]}</p>
        {opensslCommands.map(({ about, lines }) => (
          <>
            <p>{words[about][language]}</p>
            <p class="typed">
              {lines.map((line) => (
                <code key={line}>{line}</code>
              ))}
            </p>
          </>
        ))}
      </details>
    </section>
  );
}
