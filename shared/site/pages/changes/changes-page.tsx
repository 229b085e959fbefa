import type { Changes } from '../../../release/changes/changes.ts';
import { totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { movesOfChanges } from '../../charts/rank-moves.ts';
import { Slope } from '../../charts/slope.tsx';
import { slopeDescription } from '../../charts/slope-words.ts';
import type { Framed, PageContent } from '../../frame.tsx';
import type { Language } from '../../language.ts';
import { byName } from '../../name-order.ts';
import { changesPath } from '../../page-list.ts';
import { ReleaseLine } from '../../release-line.tsx';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { changesHeading, changesWords as words } from '../../words/changes-words.ts';
import { frameWords } from '../../words/frame-words.ts';
import { periodName } from '../../words/scoreboard-words.ts';
import { sourceLine } from '../../words/source-line.ts';
import { OrderLinks } from '../ranking/ranking-links.tsx';
import { historyData } from '../unit/history-data.ts';
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
        <ReleaseLine site={site} isChanges />
        <OrderLinks scoreboard={scoreboard} choice="changes" />
        <p>{words.rule[language]}</p>
        {!moves && <WhatThereIs site={site} />}
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

/** Without a release to compare with: values over the periods, of units that have more than one, and the other releases. */
function WhatThereIs({ site: { scoreboard, histories } }: { site: ReleaseSite }) {
  const { language, root } = useView();
  const units = scoreboard.units.filter(({ unit_id }) => {
    const history = histories.get(unit_id);
    return history && historyData(history, language) !== null;
  });
  return (
    <>
      <p>
        {words.otherReleases[language]}{' '}
        <a href={language === 'vi' ? '/cac-dot/' : '/en/cac-dot/'}>{frameWords.rounds[language].toLowerCase()}</a>.
      </p>
      {units.length > 0 && (
        <section class="by-name" aria-labelledby="qua-cac-ky">
          <h2 id="qua-cac-ky">{words.overPeriods[language]}</h2>
          <p>{words.overPeriodsNote[language]}</p>
          <ul>
            {units.toSorted(byName).map((unit) => (
              <li key={unit.unit_id}>
                <a href={`${root}don-vi/${unit.unit_id}/#lich-su`}>{unitLabel(unit)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** By the period alone, which is all that differs: the group is the same. */
const labelsOf = ({ period }: ShownScoreboard, { against }: Changes, language: Language) => ({
  beforeLabel: periodName(against.period, language),
  afterLabel: periodName(period, language),
});
