import { formatDecimal } from '../../format/format-decimal.ts';
import { answeredShare } from '../../release/measure-words.ts';
import { countSharing, mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import { groupVi, periodVi } from '../../release/scoreboard-words.ts';
import type { PublishedScore, Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { renderEmbed } from './embed-document.tsx';
import type { EmbedFacts } from './embed-facts.ts';

export const unitTitleVi = (scoreboard: Scoreboard, { unit_name_vi }: ScoreboardUnit): string =>
  `${unit_name_vi}: chuyển đổi số ${periodVi(scoreboard)}`;

/** `hạng 2/34 · giá trị 0,7952`, or why there is none: a rank is told with how many it is among. */
export function resultVi(scoreboard: Scoreboard, unit: ScoreboardUnit): string {
  if (unit.state === 'not_submitted') return 'Chưa nộp số liệu';
  const total = totalMeasure(scoreboard);
  const score = total ? unit.scores[total.measure] : undefined;
  if (!total || !score) return 'Đợt này không công bố giá trị chung';
  const value = `giá trị ${formatDecimal(score.value)}`;
  if (score.rank === null) return `Không xếp hạng · ${value}`;
  return `${rankVi(scoreboard, total.measure, score.rank)} · ${value}`;
}

function rankVi(scoreboard: Scoreboard, measure: string, rank: number): string {
  const sharing = countSharing(scoreboard, measure, rank);
  const among = `${rank}/${countRanked(scoreboard, measure)}`;
  return sharing > 1 ? `Đồng hạng ${among} (${sharing} đơn vị)` : `Hạng ${among}`;
}

const countRanked = ({ units }: Scoreboard, measure: string): number =>
  units.filter(({ scores }) => scores[measure]?.rank != null).length;

/** One unit of a release as a page to be framed: result, then its main indices. */
export const renderUnitEmbed = (scoreboard: Scoreboard, unit: ScoreboardUnit, facts: EmbedFacts): string =>
  renderEmbed({
    ...{ title: unitTitleVi(scoreboard, unit), scoreboard, facts },
    children: <UnitEmbed scoreboard={scoreboard} unit={unit} />,
  });

function UnitEmbed({ scoreboard, unit }: { scoreboard: Scoreboard; unit: ScoreboardUnit }) {
  const indices = mainIndices(scoreboard).filter(({ measure }) => unit.scores[measure]);
  return (
    <>
      <p class="figure">{resultVi(scoreboard, unit)}</p>
      <p class="source">Nhóm: {groupVi(scoreboard)}</p>
      {indices.length > 0 && (
        <table>
          <thead>
            <tr>
              <th class="unit" scope="col">
                Chỉ số chính
              </th>
              <th scope="col">Giá trị</th>
              <th scope="col">Hạng</th>
            </tr>
          </thead>
          <tbody>
            {indices.map((index) => (
              <IndexRow key={index.measure} index={index} score={unit.scores[index.measure]!} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function IndexRow({ index, score }: { index: ScoreboardMeasure; score: PublishedScore }) {
  const share = answeredShare(score);
  return (
    <tr>
      <th scope="row">{index.name_vi}</th>
      <td class="value">{formatDecimal(score.value)}</td>
      <td>
        {score.rank ?? '–'}
        {share !== '' && <small> (trả lời {share})</small>}
      </td>
    </tr>
  );
}
