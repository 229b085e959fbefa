import { manifestPath } from '../release/manifest.ts';
import { provenancePath } from '../release/provenance/provenance-file.ts';
import { keyPath, releaseFilePath, signaturePath, signedPaths, timeStampPath } from '../release/signed-paths.ts';
import type { Language } from './language.ts';
import { marks } from './marks.ts';
import { byHandWords as words } from './words/by-hand-words.ts';

const verifyOf = (path: string): string =>
  `openssl dgst -sha256 -verify ${keyPath} -signature ${signaturePath(path)} ${path}`;

/** Beside what the manifest names. */
const besidePaths = [manifestPath, ...signedPaths.map(signaturePath), releaseFilePath, keyPath, provenancePath];

/**
 * Typed in an empty folder, in this order, with nothing of ours: each line fails where it finds what it should not. The
 * folder is named as the release, so that `npm run verify` takes it by the same name.
 */
export function handCommands(origin: string, release: string) {
  const folder = `${origin}/releases/${release}`;
  return [
    {
      about: 'fetch',
      lines: [
        `mkdir -p ${release} && cd ${release}`,
        `curl -f --remote-name-all "${folder}/{${besidePaths.join(',')}}"`,
        // A manifest that names a file outside the folder gets none.
        `sed -n 's/^ *"path": "\\([A-Za-z0-9][A-Za-z0-9_./-]*\\)",$/\\1/p' ${manifestPath} | grep -vF .. | xargs -I F curl -f --create-dirs -o F ${folder}/F`,
      ],
    },
    { about: 'signed', lines: signedPaths.map(verifyOf) },
    { about: 'key', lines: [`openssl pkey -pubin -in ${keyPath} -outform DER | openssl dgst -sha256`] },
    {
      about: 'files',
      lines: [
        `sed -n '/"path"/{N;s/.*"path": "\\(.*\\)",\\n.*"sha256": "\\(.*\\)".*/\\2 *\\1/p;}' ${manifestPath} | sha256sum -c --quiet`,
        `grep "$(sha256sum < ${provenancePath} | cut -c-64)" ${releaseFilePath}`,
      ],
    },
    { about: 'stamp', lines: [`openssl ts -verify -in ${timeStampPath} -data ${manifestPath} -CAfile ca.pem`] },
  ] satisfies { about: keyof typeof words; lines: readonly string[] }[];
}

/** How a reader verifies the bytes and who released them with plain tools, folded away below what the browser does. */
export function ByHandSection({ language, release }: { language: Language; release: string }) {
  return (
    <section class="verify">
      <details>
        <summary>{words.title[language]}</summary>
        <p>{words.lead[language]}</p>
        {handCommands(marks.origin, release).map(({ about, lines }) => (
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
