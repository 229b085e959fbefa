import { formatList } from '../../../format/format-list.ts';
import type { UnitChange } from '../../../release/changes/changes.ts';
import { answeredShare } from '../../../release/measure-words.ts';
import { countSharing } from '../../../release/read-scoreboard.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../../scoring/scoreboard.ts';
import type { Language } from '../../language.ts';
import { marks } from '../../marks.ts';
import { isComputed } from '../../page-list.ts';
import { rankChange, tied, rankingWords as words } from '../../words/ranking-words.ts';
import { decimal, listEn, measureName } from '../../words/scoreboard-words.ts';
import type { RankingColumns } from './ranking-table.tsx';

interface RowProps {
  scoreboard: Scoreboard;
  columns: RankingColumns;
  unit: ScoreboardUnit;
  /** Null when the release is compared with none. */
  change: UnitChange | null;
  language: Language;
}

/** An anchor of its own, so that a link can point at one unit. */
export function RankingRow({ scoreboard, columns, unit, change, language }: RowProps) {
  const { first, middle, wide } = columns;
  const score = unit.scores[first.measure];
  const changed = change?.scores[first.measure];
  return (
    <tr id={unit.unit_id}>
      {first.ranked && <td class="rank">{score?.rank ?? '–'}</td>}
      <th scope="row">
        <a href={`${marks.root}don-vi/${unit.unit_id}/`}>{unit.unit_name_vi}</a>
        <RankNote scoreboard={scoreboard} measure={first} unit={unit} language={language} />
        <Answered unit={unit} measure={first} language={language} />
        {first.ranked && change && changed && <small>{rankChange(change.state, changed.rank_change, language)}</small>}
        <FormedFrom unit={unit} language={language} />
        <ValuesUnderName unit={unit} measures={middle} language={language} />
      </th>
      <FirstCell scoreboard={scoreboard} unit={unit} measure={first} language={language} />
      {middle.map((measure) => (
        <ScoreCell key={measure.measure} measure={measure} unit={unit} place="mid" language={language} />
      ))}
      {wide.map((measure) => (
        <ScoreCell key={measure.measure} measure={measure} unit={unit} place="wide" language={language} />
      ))}
    </tr>
  );
}

interface OfUnit {
  measure: ScoreboardMeasure;
  unit: ScoreboardUnit;
  language: Language;
}

/** A repeated rank, or none, would look like a mistake without a word. */
function RankNote({ scoreboard, measure, unit, language }: OfUnit & { scoreboard: Scoreboard }) {
  if (!measure.ranked) return null;
  const rank = unit.scores[measure.measure]?.rank ?? null;
  if (rank === null) return <small>{words.unranked[language]}</small>;
  const sharing = countSharing(scoreboard, measure.measure, rank);
  return sharing > 1 ? <small>{tied(rank, sharing, language)}</small> : null;
}

function Answered({ measure, unit, language }: OfUnit) {
  const answered = answeredShare(unit.scores[measure.measure]);
  if (answered === '') return null;
  return (
    <small>
      {words.answered[language]} {answered} {words.indicators[language]}
    </small>
  );
}

function FormedFrom({ unit, language }: Omit<OfUnit, 'measure'>) {
  if (unit.formed_from_vi.length === 0) return null;
  const list = language === 'vi' ? formatList : listEn;
  return (
    <small>
      {words.formedFrom[language]} {list(unit.formed_from_vi)}
    </small>
  );
}

/** On a phone the columns that do not fit stand here; there only, so that no reader hears them twice. */
function ValuesUnderName({ unit, measures, language }: Omit<OfUnit, 'measure'> & { measures: ScoreboardMeasure[] }) {
  const values = measures.flatMap((measure) => {
    const score = unit.scores[measure.measure];
    return score
      ? [`${measureName(measure, language)} ${decimal(score.value, language)}`.replaceAll(' ', '\u00A0')]
      : [];
  });
  return values.length > 0 && <small class="narrow">{values.join('\u00A0· ')}</small>;
}

/** The value that the table is ordered by leads to where it comes from. */
function FirstCell({ scoreboard, measure, unit, language }: OfUnit & { scoreboard: Scoreboard }) {
  const score = unit.scores[measure.measure];
  if (!score) return <td>{words.notApplicable[language]}</td>;
  const figure = <data value={score.value}>{decimal(score.value, language)}</data>;
  if (!isComputed(scoreboard)) return <td>{figure}</td>;
  return (
    <td>
      <a href={`${marks.root}nguon-goc/${unit.unit_id}/${measure.measure}/`}>{figure}</a>
    </td>
  );
}

/** Short markup: the page of 63 provinces must reach a weak phone too. */
function ScoreCell({ measure, unit, place, language }: OfUnit & { place: 'mid' | 'wide' }) {
  const score = unit.scores[measure.measure];
  if (!score) return <td class={place}>{words.notApplicable[language]}</td>;
  const answered = answeredShare(score);
  return (
    <td class={place}>
      {decimal(score.value, language)}
      {score.rank !== null && (
        <small>
          {words.rank[language].toLowerCase()} {score.rank}
        </small>
      )}
      {measure.ranked && score.answered?.answered === 0 && <small>{words.unranked[language]}</small>}
      {answered !== '' && (
        <small>
          {language === 'vi' ? 'có' : 'has'} {answered}
        </small>
      )}
    </td>
  );
}
