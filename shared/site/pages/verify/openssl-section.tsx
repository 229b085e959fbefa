import { keyPath, signaturePath, signedPaths } from '../../../release/signed-paths.ts';
import { marks } from '../../marks.ts';
import { useView } from '../../view.ts';
import { opensslWords as words } from '../../words/verify-page-words.ts';

/** What a reader types who trusts no script of ours: in an empty folder, with curl and OpenSSL. @param address Of the release. */
export function opensslCommands(address: string): string {
  const files = signedPaths.flatMap((path) => [path, signaturePath(path)]);
  const fetched = [...files, keyPath, 'scoreboard.csv'];
  return [
    `R=${address}`,
    `for F in ${fetched.join(' ')}; do`,
    '  curl -fsO $R/$F',
    'done',
    ...signedPaths.map((path) => `openssl dgst -sha256 -verify ${keyPath} -signature ${signaturePath(path)} ${path}`),
    `openssl pkey -pubin -in ${keyPath} -outform DER | openssl dgst -sha256`,
    'openssl dgst -sha256 scoreboard.csv',
  ].join('\n');
}

export function OpensslSection({ release }: { release: string }) {
  const { language } = useView();
  return (
    <section aria-labelledby="openssl">
      <h2 id="openssl">{words.title[language]}</h2>
      <p>{words.how[language]}</p>
      <pre>
        <code>{opensslCommands(`${marks.origin}/releases/${release}`)}</code>
      </pre>
      <p class="note">{words.reading[language]}</p>
    </section>
  );
}
