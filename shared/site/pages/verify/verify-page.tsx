import { ByHandSection } from '../../by-hand-section.tsx';
import type { Framed, PageContent } from '../../frame.tsx';
import { isSimulated } from '../../simulated-files.ts';
import { VerifySection } from '../../verify-section.tsx';
import { useView } from '../../view.ts';
import { WhatIfSection } from '../../what-if-section.tsx';
import { releaseOf } from '../../words/scoreboard-words.ts';
import { verifyPageWords as words } from '../../words/verify-page-words.ts';

/** Recomputes the release in the reader's browser, or the unit that the address names: `kiem-tra/#P01-2025`. */
export function verifyPage({ site, language }: Framed): PageContent {
  const { verify, verifyStyle } = site.assets;
  const { scoreboard } = site.traced!;
  const heading = `${words.name[language]}: ${releaseOf(scoreboard, language)}`;
  return {
    title: words.name[language],
    description: words.lead[language],
    trail: [{ path: 'kiem-tra/', name: words.name[language] }],
    styles: [verifyStyle],
    scripts: [verify.script],
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{words.lead[language]}</p>
        <WaysOn />
        <VerifySection
          release={scoreboard.release}
          language={language}
          simulated={site.files.some(({ path }) => isSimulated(path))}
          scriptSha256={verify.sha256}
        />
        <ByHandSection language={language} release={scoreboard.release} />
        <WhatIfSection scoreboard={scoreboard} language={language} />
      </>
    ),
  };
}

function WaysOn() {
  const { language, root } = useView();
  return (
    <p class="note">
      <a href={`${root}du-lieu/`}>{words.files[language]}</a> ·{' '}
      <a href={`${root}phuong-phap/`}>{words.method[language]}</a>
    </p>
  );
}
