import type { Corrections } from '../../../release/corrections/corrections.ts';
import { correctionsPath } from '../../../release/corrections/corrections-json.ts';
import { shortReleaseVi } from '../../../release/corrections/corrections-words.ts';
import { totalMeasure } from '../../../release/read-scoreboard.ts';
import { movesOfCorrections } from '../../charts/rank-moves.ts';
import { Slope } from '../../charts/slope.tsx';
import type { Framed, PageContent } from '../../frame.tsx';
import type { Language } from '../../language.ts';
import { marks, publicationDay } from '../../marks.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { effect, kindOf, replaces, correctionsWords as words } from '../../words/corrections-words.ts';
import { releaseOf } from '../../words/scoreboard-words.ts';
import { sourceLine } from '../../words/source-line.ts';
import { AveragesTable, InputsTable, ValuesTable } from './correction-tables.tsx';

/** What this release corrected, and why; of the first of a period, that it corrected nothing. */
export function correctionsPage({ site, language }: Framed): PageContent {
  const { corrections, scoreboard } = site;
  const description = corrections
    ? `${title(corrections, language)}. ${effect(corrections, language)}`
    : words.first[language];
  return {
    title: words.title[language],
    description,
    trail: [{ path: 'dinh-chinh/', name: words.title[language] }],
    children: (
      <>
        <h1>
          {words.title[language]}: {releaseOf(scoreboard, language)}
        </h1>
        <p>{words.rule[language]}</p>
        {corrections ? (
          <Correction site={site} corrections={corrections} />
        ) : (
          <p class="lead">{words.first[language]}</p>
        )}
      </>
    ),
  };
}

const title = ({ release, corrects }: Corrections, language: Language): string =>
  replaces(shortReleaseVi(release), shortReleaseVi(corrects), language);

/** Newest first: those before stand on the page of the release that made them, and are led to. */
function Correction({ site, corrections }: { site: ReleaseSite; corrections: Corrections }) {
  const { language } = useView();
  const number = shortReleaseVi(corrections.release);
  return (
    <article id={number} aria-labelledby={`${number}-t`}>
      <h2 id={`${number}-t`}>
        {title(corrections, language)} · <time datetime={marks.isoDay}>{publicationDay[language]}</time>
      </h2>
      <Why corrections={corrections} />
      <Releases corrections={corrections} />
      <Moves site={site} corrections={corrections} />
      <InputsTable site={site} corrections={corrections} />
      <ValuesTable site={site} corrections={corrections} />
      <AveragesTable site={site} corrections={corrections} />
    </article>
  );
}

/** Fewer are read faster in the table than in a picture of everybody else standing still. */
const fewestMoves = 5;

/** Whose rank moved, where a table alone would not show it. */
function Moves({ site: { scoreboard }, corrections }: { site: ReleaseSite; corrections: Corrections }) {
  const { language } = useView();
  const total = totalMeasure(scoreboard)?.measure;
  const moved = corrections.units.filter(({ scores }) => total && scores[total]?.rank_causes.length);
  if (!total || moved.length < fewestMoves) return null;
  const [beforeLabel, afterLabel] = [corrections.corrects, corrections.release].map(
    (release) => `${words.releaseOf[language]} ${shortReleaseVi(release)}`,
  ) as [string, string];
  const moves = movesOfCorrections(scoreboard, corrections, total, { beforeLabel, afterLabel });
  return <Slope id="hang" lang={language} data={moves} source={sourceLine(scoreboard, language)} tabled />;
}

/** Whoever corrects writes Vietnamese. */
function Why({ corrections }: { corrections: Corrections }) {
  const { language } = useView();
  const { reason } = corrections;
  return (
    <dl>
      <dt>{words.reason[language]}</dt>
      <dd lang="vi">{reason.text_vi}</dd>
      <dt>{words.kind[language]}</dt>
      <dd>{kindOf(reason, language)}</dd>
      <dt>{words.foundBy[language]}</dt>
      <dd lang="vi">{reason.found_by}</dd>
      <dt>{words.effect[language]}</dt>
      <dd>{effect(corrections, language)}</dd>
    </dl>
  );
}

function Releases({ corrections: { corrects, release } }: { corrections: Corrections }) {
  const { language, root } = useView();
  const prefix = language === 'vi' ? '' : '/en';
  const [before, own] = [shortReleaseVi(corrects), shortReleaseVi(release)];
  const see = language === 'vi' ? 'Xem đợt' : 'See';
  return (
    <ul class="plain downloads">
      <li>
        <a href={`${prefix}/releases/${corrects}/`}>
          {see} {before}
        </a>{' '}
        ·{' '}
        <a href={root}>
          {see} {own}
        </a>
      </li>
      {before !== 'r1' && (
        <li>
          <a href={`${prefix}/releases/${corrects}/dinh-chinh/`}>
            {words.older[language]} ({before})
          </a>
        </li>
      )}
      <li>
        <a href={`/releases/${release}/${correctionsPath}`}>{words.allOfIt[language]} (JSON)</a> ·{' '}
        <a href={`/releases/${release}/ranking.xlsx`}>{words.workbook[language]} (Excel)</a>
      </li>
    </ul>
  );
}
