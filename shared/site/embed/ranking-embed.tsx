import { unitLabel } from '../../units/unit-label.ts';
import { renderEmbed } from './embed-document.tsx';
import { type EmbedProps, releasePage } from './embed-facts.ts';
import { noRank, rankingTitle, seeAll, totalValue, embedWords as words } from './embed-words.ts';

/** Rows that a frame of 20 KB has room for, whatever the names. */
export const shownRows = 80;

/** The table of a release as a page to be framed: rank, unit, value. */
export const renderRankingEmbed = (props: EmbedProps): string =>
  renderEmbed({
    ...props,
    title: rankingTitle(props.scoreboard, props.language),
    children: <RankingEmbed {...props} />,
  });

function RankingEmbed(props: EmbedProps) {
  const { scoreboard, language } = props;
  const more = scoreboard.units.length - shownRows;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th class="rank" scope="col">
              {words.rank[language]}
            </th>
            <th class="unit" scope="col">
              {words.unit[language]}
            </th>
            <th scope="col">{words.value[language]}</th>
          </tr>
        </thead>
        <tbody>
          {scoreboard.units.slice(0, shownRows).map((unit) => (
            <tr key={unit.unit_id}>
              <td class="rank">{unit.rank ?? '–'}</td>
              <th scope="row">
                {unitLabel(unit)}
                {unit.rank === null && <small> ({noRank(unit, language)})</small>}
              </th>
              <td class="value">{totalValue(scoreboard, unit, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p>
          <a href={releasePage(props)} rel="noopener">
            {seeAll(more, language)}
          </a>
        </p>
      )}
    </>
  );
}
