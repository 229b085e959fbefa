import { formatDate } from '../format/format-date.ts';
import { illustrativeVi } from '../frameworks/framework-note.ts';
import type { Changes } from '../release/changes/changes.ts';
import { againstVi } from '../release/changes/changes-words.ts';
import type { Corrections } from '../release/corrections/corrections.ts';
import { correctionsTitleVi, replacesVi } from '../release/corrections/corrections-words.ts';
import { scoredUnits } from '../release/read-scoreboard.ts';
import { releaseLabelVi } from '../release/release-name.ts';
import { frameworkVi, groupVi, noticesVi, releaseVi, summaryVi, titleVi } from '../release/scoreboard-words.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { CorrectionsSection } from './corrections-section.tsx';
import { renderDocument } from './document.tsx';
import { type Download, Downloads } from './downloads.tsx';
import { MissingUnits } from './missing-units.tsx';
import { Notices, type Superseding } from './notices.tsx';
import { RankingTable } from './ranking-table.tsx';
import { ReleaseFacts } from './release-facts.tsx';

export interface RankingPageOptions {
  /** Files of the release to offer, in the order shown. */
  downloads: Download[];
  /** Against the last comparable release; null: there is none. */
  changes: Changes | null;
  /** Against the release whose place this one took; null: it is the first of its period. */
  corrections: Corrections | null;
  /** What took this one's place; null: nothing did. */
  supersededBy: Superseding | null;
}

/** One release as one HTML document, made when the release is made and served as a file. */
export function renderRankingPage(scoreboard: Scoreboard, options: RankingPageOptions): string {
  return renderDocument({
    title: documentTitle(scoreboard),
    description: [...noticesVi(scoreboard), summaryVi(scoreboard)].join(' '),
    children: <RankingPage scoreboard={scoreboard} {...options} />,
  });
}

/** Browsers print it on every sheet, and others quote it: release and mark belong to it. */
function documentTitle(scoreboard: Scoreboard): string {
  const title = `${titleVi(scoreboard)}, ${scoreboard.group_name_vi}, đợt công bố ${releaseLabelVi(scoreboard.release)}`;
  return scoreboard.framework.illustrative ? `${illustrativeVi}: ${title}` : title;
}

function RankingPage({
  scoreboard,
  downloads,
  changes,
  corrections,
  supersededBy,
}: { scoreboard: Scoreboard } & RankingPageOptions) {
  return (
    <>
      <main id="noi-dung">
        <Notices scoreboard={scoreboard} supersededBy={supersededBy} />
        <h1>{unbroken(`${titleVi(scoreboard)}: ${groupVi(scoreboard)}`)}</h1>
        <p class="lead">{unbroken(summaryVi(scoreboard))}</p>
        <p class="note">
          Đợt công bố {unbroken(releaseVi(scoreboard))} · số liệu đến ngày {formatDate(scoreboard.closing_date)} ·{' '}
          {frameworkVi(scoreboard)} · <a href="#tai-ve">tải Excel, CSV, JSON</a>
        </p>
        {corrections && (
          <p class="note">
            {replacesVi(corrections)} <a href="#dinh-chinh">{correctionsTitleVi(corrections)}</a>
          </p>
        )}
        {changes && <p class="note">{againstVi(changes)}</p>}
        {scoredUnits(scoreboard).length > 0 && <RankingTable scoreboard={scoreboard} changes={changes} />}
        <MissingUnits scoreboard={scoreboard} />
        {corrections && <CorrectionsSection scoreboard={scoreboard} corrections={corrections} />}
        <Downloads scoreboard={scoreboard} downloads={downloads} />
        <ReleaseFacts scoreboard={scoreboard} changes={changes} />
      </main>
      <footer>
        Trích dẫn kèm đợt công bố: {unbroken(releaseVi(scoreboard))} <small>({scoreboard.release})</small>
      </footer>
    </>
  );
}

/** A number stays on the line of the words that say what it is. */
const unbroken = (text: string) =>
  text.replace(/([Qq]uý|năm|giá trị|của|là) (?=[\dIV])/g, (words) => words.replaceAll(' ', '\u00A0'));
