import { missingUnits, scoredUnits } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { Figure, RankOfAll } from '../../figure.tsx';
import { byName } from '../../name-order.ts';
import { rowsOfPage } from '../../page-list.ts';
import { useView } from '../../view.ts';
import { rankingWords } from '../../words/ranking-words.ts';
import { decimal, measureName, releaseSentence } from '../../words/scoreboard-words.ts';
import { unitWords } from '../../words/unit-words.ts';

interface SpreadProps {
  scoreboard: ShownScoreboard;
  measure: ScoreboardMeasure;
}

/** What the chart above it shows, in digits; of very many units the first, for the ranking has them all. */
export function SpreadTable({ scoreboard, measure }: SpreadProps) {
  const { language } = useView();
  const units = inOrder(scoredUnits(scoreboard), measure.measure).slice(0, rowsOfPage);
  return (
    <table class="few">
      <caption>
        {measureName(measure, language)}. {releaseSentence(scoreboard, language)}. {rankingWords.scale[language]}.
      </caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            {rankingWords.unit[language]}
          </th>
          <th scope="col">{measureName(measure, language)}</th>
          {measure.ranked && <th scope="col">{rankingWords.rank[language]}</th>}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <SpreadRow key={unit.unit_id} {...{ scoreboard, measure, unit }} />
        ))}
      </tbody>
      {measure.average !== null && (
        <tfoot>
          <tr>
            <th scope="row" class="unit">
              {rankingWords.mean[language]} {measure.average_units} {rankingWords.units[language]}
            </th>
            <td>{decimal(measure.average, language)}</td>
            {measure.ranked && <td />}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function SpreadRow({ scoreboard, measure, unit }: SpreadProps & { unit: ShownUnit }) {
  const { root } = useView();
  const score = unit.scores[measure.measure];
  return (
    <tr>
      <th scope="row">
        <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
      </th>
      <td>
        <Figure scoreboard={scoreboard} unitId={unit.unit_id} measure={measure.measure} score={score} />
      </td>
      {measure.ranked && (
        <td>
          <RankOfAll scoreboard={scoreboard} measure={measure.measure} score={score} />
        </td>
      )}
    </tr>
  );
}

/** Values of one measure have equal decimals, so their texts compare as the numbers do; who has none comes last. */
function inOrder(units: ShownUnit[], measure: string): ShownUnit[] {
  const value = ({ scores }: ShownUnit) => scores[measure]?.value ?? '';
  return units.toSorted((a, b) => (value(a) < value(b) ? 1 : value(a) > value(b) ? -1 : byName(a, b)));
}

/** Missing is a state with a name, and no row without a value. */
export function MissingUnits({ scoreboard }: Pick<SpreadProps, 'scoreboard'>) {
  const { language, root } = useView();
  const missing = missingUnits(scoreboard);
  if (missing.length === 0) return null;
  return (
    <p>
      {unitWords[scoreboard.source ? 'notInTable' : 'missing'][language]}:{' '}
      {missing.map((unit, place) => (
        <>
          {place > 0 && ', '}
          <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
        </>
      ))}
    </p>
  );
}
