import { formatDecimal } from '../../format/format-decimal.ts';
import { totalMeasure } from '../../release/read-scoreboard.ts';
import { groupVi, titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { renderEmbed } from './embed-document.tsx';
import { type EmbedFacts, releasePage } from './embed-facts.ts';

/** Rows that a frame of 20 KB has room for, whatever the names. */
export const shownRows = 80;

export const rankingTitleVi = (scoreboard: Scoreboard): string => `${titleVi(scoreboard)}: ${groupVi(scoreboard)}`;

/** In place of a rank, and why. */
export const noRankVi = ({ state }: ScoreboardUnit): string =>
  state === 'not_submitted' ? 'chưa nộp số liệu' : 'không xếp hạng';

export const totalValueVi = (scoreboard: Scoreboard, { scores }: ScoreboardUnit): string => {
  const value = scores[totalMeasure(scoreboard)?.measure ?? '']?.value;
  return value === undefined ? '–' : formatDecimal(value);
};

/** The table of a release as a page to be framed: rank, unit, value. */
export const renderRankingEmbed = (scoreboard: Scoreboard, facts: EmbedFacts): string =>
  renderEmbed({
    ...{ title: rankingTitleVi(scoreboard), scoreboard, facts },
    children: <RankingEmbed scoreboard={scoreboard} facts={facts} />,
  });

function RankingEmbed({ scoreboard, facts }: { scoreboard: Scoreboard; facts: EmbedFacts }) {
  const more = scoreboard.units.length - shownRows;
  return (
    <>
      <table>
        <thead>
          <tr>
            <th class="rank" scope="col">
              Hạng
            </th>
            <th class="unit" scope="col">
              Đơn vị
            </th>
            <th scope="col">Giá trị</th>
          </tr>
        </thead>
        <tbody>
          {scoreboard.units.slice(0, shownRows).map((unit) => (
            <tr key={unit.unit_id}>
              <td class="rank">{unit.rank ?? '–'}</td>
              <th scope="row">
                {unit.unit_name_vi}
                {unit.rank === null && <small> ({noRankVi(unit)})</small>}
              </th>
              <td class="value">{totalValueVi(scoreboard, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p>
          <a href={releasePage(scoreboard, facts)} rel="noopener">
            {more} đơn vị khác: xem bảng đầy đủ
          </a>
        </p>
      )}
    </>
  );
}
