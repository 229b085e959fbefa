import { answeredShare } from '../../../release/measure-words.ts';
import { mainIndices, pillars, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { RowAxis, RowMark } from '../../charts/row-mark.tsx';
import { wholeDomain } from '../../charts/scale.ts';
import { Figure, RankOfAll } from '../../figure.tsx';
import { isComputed } from '../../page-list.ts';
import { useView } from '../../view.ts';
import { rankingWords } from '../../words/ranking-words.ts';
import { decimal, measureName, releaseSentence } from '../../words/scoreboard-words.ts';
import { unitWords as words } from '../../words/unit-words.ts';

interface TableProps {
  scoreboard: ShownScoreboard;
  unit: ShownUnit;
}

/** Every measure of the unit with its rank and its place beside the mean: total, main indices, pillars. */
export function MeasureTable({ scoreboard, unit }: TableProps) {
  const { language } = useView();
  const total = totalMeasure(scoreboard);
  const rows = [...(total ? [total] : []), ...mainIndices(scoreboard), ...pillars(scoreboard)];
  const isRanked = rows.some(({ ranked }) => ranked);
  return (
    <table>
      <caption>
        {words.measures[language]}: {unitLabel(unit)}. {releaseSentence(scoreboard, language)}.{' '}
        {rankingWords.scale[language]}.{isComputed(scoreboard) && ` ${words.toSource[language]}`}
      </caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            {words.measure[language]}
          </th>
          <th scope="col">{words.value[language]}</th>
          {isRanked && <th scope="col">{words.rank[language]}</th>}
          <th scope="col" class="mid">
            {words.mean[language]}
          </th>
          <th scope="col" class="mid mark">
            {words.besideMean[language]} <RowAxis lang={language} domain={wholeDomain} />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((measure) => (
          <MeasureRow key={measure.measure} {...{ scoreboard, unit, measure, isRanked }} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends TableProps {
  measure: ScoreboardMeasure;
  isRanked: boolean;
}

function MeasureRow({ scoreboard, unit, measure, isRanked }: RowProps) {
  const { language, root } = useView();
  const score = unit.scores[measure.measure];
  const answered = answeredShare(score);
  const name = measureName(measure, language);
  return (
    <tr>
      <th scope="row">
        {measure.kind === 'main_index' ? <a href={`${root}chi-so/${measure.measure}/`}>{name}</a> : name}
        {answered !== '' && (
          <small>
            {language === 'vi' ? 'có' : 'has'} {answered} {rankingWords.indicators[language]}
          </small>
        )}
      </th>
      <td>
        <Figure scoreboard={scoreboard} unitId={unit.unit_id} measure={measure.measure} score={score} />
      </td>
      {isRanked && (
        <td>
          <RankOfAll scoreboard={scoreboard} measure={measure.measure} score={score} />
        </td>
      )}
      <td class="mid">{measure.average === null ? '–' : decimal(measure.average, language)}</td>
      <td class="mid mark">
        <RowMark value={score?.value ?? null} mean={measure.average} domain={wholeDomain} own />
      </td>
    </tr>
  );
}
