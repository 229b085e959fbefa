import { manifestPath } from '../../../release/manifest.ts';
import { licence } from '../../../release/open-data/licence.ts';
import { keyPath, signaturePath } from '../../../release/signed-paths.ts';
import { datasetOf } from '../../dataset.ts';
import { embedFolder } from '../../embed/embed-facts.ts';
import { feedsOf } from '../../feed-links.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import { marks } from '../../marks.ts';
import { isComputed } from '../../page-list.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { showNumber } from '../../show-number.ts';
import { useView } from '../../view.ts';
import { dataWords as words } from '../../words/data-words.ts';
import { releaseOf } from '../../words/scoreboard-words.ts';
import { contentOf, rowsOf, sizeOf } from './file-facts.ts';

/** Which file to take, how large it is, how to check it, and whether it may be used again. */
export function dataPage({ site, language }: Framed): PageContent {
  const { scoreboard } = site;
  const heading = `${words.title[language]}: ${releaseOf(scoreboard, language)}`;
  return {
    title: words.title[language],
    description: words.lead[language],
    trail: [{ path: 'du-lieu/', name: words.title[language] }],
    structured: datasetOf(site, heading, words.lead[language], language),
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{words.lead[language]}</p>
        <Files site={site} />
        <Use site={site} />
        <Follow site={site} />
        <Embed site={site} />
        <section aria-labelledby="giay-phep">
          <h2 id="giay-phep">{words.licence[language]}</h2>
          <p>
            <a href={licence.address} rel="license">
              {licence.title}
            </a>
            . {words.licenceText[language]}
          </p>
        </section>
        <section aria-labelledby="dia-chi">
          <h2 id="dia-chi">{words.promise[language]}</h2>
          <p>{words.promiseText[language]}</p>
        </section>
      </>
    ),
  };
}

function Files({ site }: { site: ReleaseSite }) {
  const { language, root } = useView();
  // A workbook of each unit would be a list of 126 lines here: `manifest.json` names them with their hashes.
  const outputs = site.files.filter(({ path }) => !/^(inputs|units)\//.test(path));
  const inputs = site.files.filter(({ path }) => path.startsWith('inputs/'));
  const { release } = site.scoreboard;
  return (
    <>
      <FileTable site={site} files={outputs} caption={words.files[language]} id="tep" />
      <FileTable site={site} files={inputs} caption={words.inputs[language]} id="dau-vao" />
      {isComputed(site.scoreboard) && (
        <p class="note">
          {words.beside[language]} <a href={`/releases/${release}/release.json`}>release.json</a> (
          {words.releaseFile[language]}), <a href={`/releases/${release}/provenance.json`}>provenance.json</a> (
          {words.provenanceFile[language]}), <a href={`/releases/${release}/${signature}`}>{signature}</a> (
          {words.signatureFile[language]}), <a href={`/releases/${release}/${keyPath}`}>{keyPath}</a> (
          {words.keyFile[language]}). <a href={`${root}kiem-tra/`}>{words.verify[language]}</a>
        </p>
      )}
    </>
  );
}

const signature = signaturePath(manifestPath);

interface FileTableProps {
  site: ReleaseSite;
  files: ReleaseSite['files'];
  caption: string;
  id: string;
}

/** A digest is as wide as a phone: it stands below the file's name, where it may break. */
function FileTable({ site, files, caption, id }: FileTableProps) {
  const { language } = useView();
  if (files.length === 0) return null;
  return (
    <table class="files" id={id}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            {words.file[language]}, {words.content[language].toLowerCase()}
          </th>
          <th scope="col">{words.rows[language]}</th>
          <th scope="col">{words.size[language]}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ path, bytes, sha256 }) => (
          <tr key={path}>
            <th scope="row">
              <a href={`/releases/${site.scoreboard.release}/${path}`}>{path}</a>
              <small>{contentOf(path, language)}</small>
              <small>
                SHA-256 <code>{sha256}</code>
              </small>
            </th>
            <td>{shown(rowsOf(path, site), language)}</td>
            <td>{sizeOf(bytes, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shown = (rows: number | null, language: 'vi' | 'en'): string =>
  rows === null ? '–' : showNumber(`${rows}`, language);

/** One line each for whoever has a terminal, a spreadsheet or a program. */
function Use({ site: { scoreboard } }: { site: ReleaseSite }) {
  const { language } = useView();
  const { release, group, period } = scoreboard;
  const csv = `${marks.origin}/releases/${release}/${language === 'vi' ? 'scoreboard-vi.csv' : 'scoreboard.csv'}`;
  const api = `${marks.origin}/v1/scoreboard/${group}/${period}`;
  return (
    <section aria-labelledby="cach-lay">
      <h2 id="cach-lay">{words.use[language]}</h2>
      <dl class="addresses">
        <dt>{words.curl[language]}</dt>
        <dd>
          <code>
            curl -fO {marks.origin}/releases/{release}/scoreboard.csv
          </code>
        </dd>
        <dt>{words.excel[language]}</dt>
        <dd>
          <code>{csv}</code>
        </dd>
        {isComputed(scoreboard) && (
          <>
            <dt>{words.api[language]}</dt>
            <dd>
              <a href={api}>{api}</a>
            </dd>
          </>
        )}
        <dt>{words.describedBy[language]}</dt>
        <dd>
          <a href="/v1/openapi.json">{marks.origin}/v1/openapi.json</a>
        </dd>
      </dl>
    </section>
  );
}

/** What a reader of feeds is given; of one unit its own page names the feed. */
function Follow({ site }: { site: ReleaseSite }) {
  const { language } = useView();
  return (
    <section aria-labelledby="theo-doi">
      <h2 id="theo-doi">{words.follow[language]}</h2>
      <ul class="plain">
        {feedsOf(site, language).map(({ title, address }) => (
          <li key={address}>
            <a href={address}>{title}</a>
          </li>
        ))}
      </ul>
      <p>{words.followUnit[language]}</p>
    </section>
  );
}

/** One line that puts the table into another page, with release and day in it. */
function Embed({ site: { scoreboard } }: { site: ReleaseSite }) {
  const { language } = useView();
  if (!isComputed(scoreboard)) return null;
  const folder = `${marks.origin}${embedFolder(scoreboard.release, language)}`;
  const title = releaseOf(scoreboard, language);
  return (
    <section aria-labelledby="nhung">
      <h2 id="nhung">{words.embed[language]}</h2>
      <p>
        <code>{`<iframe src="${folder}/ranking/" title="${title}" width="100%" height="600"></iframe>`}</code>
      </p>
      <p>
        {words.embedPicture[language]} <code>{`${folder}/ranking.svg`}</code>. {words.embedUnit[language]}
      </p>
    </section>
  );
}
