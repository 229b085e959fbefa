import { formatList, formatListEn } from '../../../format/format-list.ts';
import type { UnitChange } from '../../../release/changes/changes.ts';
import { answeredShare } from '../../../release/measure-words.ts';
import { countSharing } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { findUnit, predecessorsOf } from '../../../units/registry.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { wordsOf } from '../../find-words.ts';
import { isComputed } from '../../page-list.ts';
import { useView } from '../../view.ts';
import { noFigure, rankChange, tied, rankingWords as words } from '../../words/ranking-words.ts';
import { decimal, signed } from '../../words/scoreboard-words.ts';
import type { RankingColumns } from './ranking-table.tsx';

interface RowProps {
  scoreboard: ShownScoreboard;
  columns: RankingColumns;
  unit: ShownUnit;
  /** Null when the release is compared with none. */
  change: UnitChange | null;
}

/** An anchor of its own, so that a link can point at one unit. */
export function RankingRow({ scoreboard, columns, unit, change }: RowProps) {
  const { language, root } = useView();
  const { first, middle, wide } = columns;
  const score = unit.scores[first.measure];
  const changed = change?.scores[first.measure];
  return (
    <tr id={unit.unit_id} data-k={otherNames(unit)}>
      {first.ranked && <td class="rank">{score?.rank ?? '–'}</td>}
      <th scope="row">
        <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
        <RankNote scoreboard={scoreboard} measure={first} unit={unit} />
        <Answered unit={unit} measure={first} />
        {first.ranked && change && changed && <small>{rankChange(change.state, changed.rank_change, language)}</small>}
        <FormedFrom unit={unit} />
      </th>
      <FirstCell scoreboard={scoreboard} unit={unit} measure={first} change={changed?.value_change ?? null} />
      {middle.map((measure) => (
        <ScoreCell key={measure.measure} scoreboard={scoreboard} measure={measure} unit={unit} place="mid" />
      ))}
      {wide.map((measure) => (
        <ScoreCell key={measure.measure} scoreboard={scoreboard} measure={measure} unit={unit} place="wide" />
      ))}
    </tr>
  );
}

/** What the unit is found by besides its name: former and other names, and those of what it was formed from; absent: none. */
function otherNames(shown: ShownUnit): string | undefined {
  const unit = findUnit(shown.unit_id);
  if (!unit) return undefined;
  const names = [unit, ...predecessorsOf(unit)].flatMap(({ name_vi, aliases, history = [] }) => [
    name_vi,
    ...aliases,
    ...history.map(({ name_vi }) => name_vi),
  ]);
  const told = wordsOf(unitLabel(shown));
  const other = new Set(names.map(wordsOf).filter((name) => !told.includes(name)));
  return other.size === 0 ? undefined : [...other].join('| ');
}

interface OfUnit {
  measure: ScoreboardMeasure;
  unit: ShownUnit;
}

/** A repeated rank, or none, would look like a mistake without a word. */
function RankNote({ scoreboard, measure, unit }: OfUnit & { scoreboard: ShownScoreboard }) {
  const { language } = useView();
  if (!measure.ranked) return null;
  const rank = unit.scores[measure.measure]?.rank ?? null;
  if (rank === null) return <small>{words.unranked[language]}</small>;
  const sharing = countSharing(scoreboard, measure.measure, rank);
  return sharing > 1 ? <small>{tied(rank, sharing, language)}</small> : null;
}

function Answered({ measure, unit }: OfUnit) {
  const { language } = useView();
  const answered = answeredShare(unit.scores[measure.measure]);
  if (answered === '') return null;
  return (
    <small>
      {words.answered[language]} {answered} {words.indicators[language]}
    </small>
  );
}

function FormedFrom({ unit }: Omit<OfUnit, 'measure'>) {
  const { language } = useView();
  if (unit.formed_from_vi.length === 0) return null;
  const list = language === 'vi' ? formatList : formatListEn;
  return (
    <small>
      {words.formedFrom[language]} {list(unit.formed_from_vi)}
    </small>
  );
}

interface FirstCellProps extends OfUnit {
  scoreboard: ShownScoreboard;
  /** Against the release that it is compared with; null: there is none, or no value in one of the two. */
  change: string | null;
}

/** The value that the table is ordered by leads to where it comes from. */
function FirstCell({ scoreboard, measure, unit, change }: FirstCellProps) {
  const { language, root } = useView();
  const score = unit.scores[measure.measure];
  if (!score) return <td>{noFigure(scoreboard, measure.measure, language)}</td>;
  const figure = <data value={score.value}>{decimal(score.value, language)}</data>;
  const address = `${root}nguon-goc/${unit.unit_id}/${measure.measure}/`;
  return (
    <td>
      {isComputed(scoreboard) ? <a href={address}>{figure}</a> : figure}
      {change !== null && <small>{signed(change, language)}</small>}
    </td>
  );
}

interface ScoreCellProps extends OfUnit {
  scoreboard: ShownScoreboard;
  place: 'mid' | 'wide';
}

/** Short markup: the page of 63 provinces must reach a weak phone too. */
function ScoreCell({ scoreboard, measure, unit, place }: ScoreCellProps) {
  const { language } = useView();
  const score = unit.scores[measure.measure];
  if (!score) return <td class={place}>{noFigure(scoreboard, measure.measure, language)}</td>;
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
