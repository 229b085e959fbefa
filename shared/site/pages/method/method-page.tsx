import type { ComponentChildren } from 'preact';
import { noteBelowMarkVi } from '../../../frameworks/framework-note.ts';
import { againstVi } from '../../../release/changes/changes-words.ts';
import { licence } from '../../../release/open-data/licence.ts';
import type { TracedRelease } from '../../../release/provenance/traced-release.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import { changesPath, hasChanges } from '../../page-list.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { changesWords } from '../../words/changes-words.ts';
import { ruleTexts, methodWords as words } from '../../words/method-words.ts';
import { notices, releaseLabel, releaseOf } from '../../words/scoreboard-words.ts';
import { FrameworkTable } from './framework-table.tsx';
import { WorkedExample } from './worked-example.tsx';

/** How a score arises, by which decision, what is made up, and what the figures cannot say. */
export function methodPage({ site, language }: Framed): PageContent {
  const traced = site.traced!;
  return {
    title: words.title[language],
    description: words.lead[language],
    trail: [{ path: 'phuong-phap/', name: words.title[language] }],
    styles: [site.assets.provenanceStyle],
    children: (
      <>
        <h1>
          {words.title[language]}: {releaseOf(site.scoreboard, language)}
        </h1>
        <p class="lead">{words.lead[language]}</p>
        <Contents />
        <Rules traced={traced} />
        <WorkedExample traced={traced} />
        <Part id="bo-chi-so" title={words.framework[language]}>
          <FrameworkTable framework={traced.framework} />
        </Part>
        <Legal traced={traced} />
        <Part id="sap-xep" title={words.mergers[language]}>
          <p>{words.mergersText[language]}</p>
        </Part>
        <Changed site={site} />
        <Notes traced={traced} />
        <Licence />
      </>
    ),
  };
}

const parts = {
  'quy-tac': words.rules,
  'vi-du': words.example,
  'bo-chi-so': words.framework,
  'can-cu': words.legal,
  'sap-xep': words.mergers,
  'thay-doi': words.changed,
  'luu-y': words.notes,
  'giay-phep': words.licence,
};

function Contents() {
  const { language } = useView();
  return (
    <nav class="contents" aria-label={words.contents[language]}>
      <ul>
        {Object.entries(parts).map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name[language]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Part({ id, title, children }: { id: keyof typeof parts; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Rules({ traced }: { traced: TracedRelease }) {
  const { language } = useView();
  return (
    <Part id="quy-tac" title={words.rules[language]}>
      <dl>
        {ruleTexts(traced.scoreboard, language).flatMap(([heading, text]) => [
          <dt key={heading}>{heading}</dt>,
          <dd key={text}>{text}</dd>,
        ])}
      </dl>
    </Part>
  );
}

function Legal({ traced: { framework } }: { traced: TracedRelease }) {
  const { language } = useView();
  const { title_vi, number, url } = framework.legal_reference;
  return (
    <Part id="can-cu" title={words.legal[language]}>
      <p lang="vi">
        {number}: <a href={url}>{title_vi}</a>
      </p>
      <p class="note">
        {framework.framework_id}, {words.version[language]} {framework.version}. SHA-256 <code>{framework.sha256}</code>
      </p>
    </Part>
  );
}

function Changed({ site }: { site: ReleaseSite }) {
  const { language } = useView();
  const { changes } = site;
  return (
    <Part id="thay-doi" title={words.changed[language]}>
      <p>
        {changes === null && words.nothingBefore[language]}
        {changes !== null &&
          (language === 'vi'
            ? againstVi(changes)
            : `Compared with ${releaseLabel(changes.against.release, 'en')}.`)}{' '}
        <ChangesLink site={site} />
      </p>
    </Part>
  );
}

function ChangesLink({ site: { scoreboard } }: { site: ReleaseSite }) {
  const { language, root } = useView();
  if (!hasChanges(scoreboard)) return null;
  return <a href={`${root}${changesPath}`}>{changesWords.title[language]}</a>;
}

/** The notice above every page leads here. */
function Notes({ traced: { framework, scoreboard } }: { traced: TracedRelease }) {
  const { language } = useView();
  const note = noteBelowMarkVi(framework);
  return (
    <Part id="luu-y" title={words.notes[language]}>
      {framework.illustrative ? (
        <p>{notices(scoreboard, language).join(' ')}</p>
      ) : (
        <p>{words.nothingMadeUp[language]}</p>
      )}
      {note !== '' && (
        <p>
          {words.noteLanguage[language]} <span lang="vi">{note}</span>
        </p>
      )}
      <p>{words.limits[language]}</p>
    </Part>
  );
}

function Licence() {
  const { language, root } = useView();
  return (
    <Part id="giay-phep" title={words.licence[language]}>
      <p>
        <a href={licence.address} rel="license">
          {licence.title}
        </a>
        . {words.reuse[language]}{' '}
        <a href={`${root}du-lieu/`}>{language === 'vi' ? 'Dữ liệu và API' : 'Data and API'}</a>
      </p>
    </Part>
  );
}
