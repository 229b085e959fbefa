import type { Changes } from '../../../release/changes/changes.ts';
import { totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { movesOfChanges } from '../../charts/rank-moves.ts';
import { Slope } from '../../charts/slope.tsx';
import { slopeDescription } from '../../charts/slope-words.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import type { Language } from '../../language.ts';
import { changesPath } from '../../page-list.ts';
import { ReleaseLine } from '../../release-line.tsx';
import { changesHeading, changesWords as words } from '../../words/changes-words.ts';
import { periodName } from '../../words/scoreboard-words.ts';
import { sourceLine } from '../../words/source-line.ts';
import { OrderLinks } from '../ranking/ranking-links.tsx';
import { ChangesTable } from './changes-table.tsx';

/** Who moved by how many places since the release that this one may be compared with; of none, why there is none. */
export function changesPage({ site, language }: Framed): PageContent {
  const { scoreboard, changes } = site;
  const heading = changesHeading(scoreboard, changes, language);
  const moves = changes && movesOfChanges(changes, labelsOf(scoreboard, changes, language));
  const sentence = moves ? slopeDescription(language, moves) : words.none[language];
  return {
    title: heading,
    description: sentence,
    trail: [{ path: changesPath, name: words.title[language] }],
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{sentence}</p>
        <ReleaseLine site={site} />
        <OrderLinks scoreboard={scoreboard} choice="changes" />
        <p>{words.rule[language]}</p>
        {moves && (
          <>
            <Slope id="td" lang={language} data={moves} source={sourceLine(scoreboard, language)} tabled />
            <div data-search-place />
            <ChangesTable scoreboard={scoreboard} changes={changes} total={totalMeasure(scoreboard)!} />
          </>
        )}
      </>
    ),
  };
}

/** By the period alone, which is all that differs: the group is the same. */
const labelsOf = ({ period }: ShownScoreboard, { against }: Changes, language: Language) => ({
  beforeLabel: periodName(against.period, language),
  afterLabel: periodName(period, language),
});
