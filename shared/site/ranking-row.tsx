import { formatDecimal } from '../format/format-decimal.ts';
import { formatList } from '../format/format-list.ts';
import { formatRank } from '../format/format-rank.ts';
import type { UnitChange } from '../release/changes/changes.ts';
import { rankChangeVi, signedVi } from '../release/changes/changes-words.ts';
import { answeredShare } from '../release/measure-words.ts';
import { countSharing, totalMeasure } from '../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../scoring/scoreboard.ts';
import { Figure } from './figure.tsx';
import type { RankingColumns } from './ranking-columns.ts';

interface RowProps {
  scoreboard: Scoreboard;
  columns: RankingColumns;
  unit: ScoreboardUnit;
  /** Null when the release is compared with none. */
  change: UnitChange | null;
}

/** An anchor of its own, so that a link can point at one unit. */
export function RankingRow({ scoreboard, columns, unit, change }: RowProps) {
  const { ranked, total, middle, wide } = columns;
  return (
    <tr id={unit.unit_id}>
      {ranked && <td class="rank">{unit.rank ?? '–'}</td>}
      <th scope="row">
        {unit.unit_name_vi}
        <RankNote scoreboard={scoreboard} unit={unit} />
        <AnsweredOfTotal total={total} unit={unit} />
        {ranked && change && <small>{rankChangeVi(change)}</small>}
        <FormedFrom unit={unit} />
        <ValuesUnderName unit={unit} measures={middle} />
      </th>
      {total && <ScoreCell measure={total} unit={unit} change={change} />}
      {middle.map((measure) => (
        <ScoreCell key={measure.measure} measure={measure} unit={unit} place="mid" />
      ))}
      {wide.map((measure) => (
        <ScoreCell key={measure.measure} measure={measure} unit={unit} place="wide" />
      ))}
    </tr>
  );
}

/** A repeated rank, or none, would look like a mistake without a word. */
function RankNote({ scoreboard, unit }: { scoreboard: Scoreboard; unit: ScoreboardUnit }) {
  const total = totalMeasure(scoreboard);
  if (!total?.ranked) return null;
  if (unit.rank === null) return <small>không xếp hạng</small>;
  const sharing = countSharing(scoreboard, total.measure, unit.rank);
  return sharing > 1 ? <small>{formatRank(unit.rank, sharing)}</small> : null;
}

/** On every screen, for the columns that say it of one measure are not. */
function AnsweredOfTotal({ total, unit }: { total: ScoreboardMeasure | null; unit: ScoreboardUnit }) {
  const answered = total ? answeredShare(unit.scores[total.measure]) : '';
  return answered !== '' && <small>trả lời {answered} chỉ số</small>;
}

function FormedFrom({ unit }: { unit: ScoreboardUnit }) {
  if (unit.formed_from_vi.length === 0) return null;
  return <small>hình thành từ {formatList(unit.formed_from_vi)}</small>;
}

/** On a phone the columns that do not fit stand here; there only, so that no reader hears them twice. */
function ValuesUnderName({ unit, measures }: { unit: ScoreboardUnit; measures: ScoreboardMeasure[] }) {
  const values = measures.flatMap(({ measure, name_vi }) => {
    const score = unit.scores[measure];
    return score ? [`${name_vi} ${formatDecimal(score.value)}`.replaceAll(' ', '\u00A0')] : [];
  });
  return values.length > 0 && <small class="narrow">{values.join('\u00A0· ')}</small>;
}

interface ScoreCellProps {
  measure: ScoreboardMeasure;
  unit: ScoreboardUnit;
  /** Where it is shown; left out for the total, which stands on every screen. */
  place?: 'mid' | 'wide';
  change?: UnitChange | null;
}

/** Short markup: the page of 63 provinces must reach a weak phone too. */
function ScoreCell({ measure, unit, place, change = null }: ScoreCellProps) {
  const score = unit.scores[measure.measure];
  const valueChange = change?.scores[measure.measure]?.value_change ?? null;
  if (!score) return <td class={place}>không áp dụng</td>;
  const answered = answeredShare(score);
  const isSilent = measure.ranked && score.answered?.answered === 0;
  return (
    <td class={place}>
      {place ? formatDecimal(score.value) : <Figure decimal={score.value} />}
      {valueChange !== null && <small>{signedVi(valueChange)}</small>}
      {place && score.rank !== null && <small>hạng {score.rank}</small>}
      {place && isSilent && <small>không xếp hạng</small>}
      {place && answered !== '' && <small>có {answered}</small>}
    </td>
  );
}
