import type { Changes, UnitChange } from '../../../release/changes/changes.ts';
import type { ScoreboardMeasure, ShownScoreboard } from '../../../scoring/scoreboard.ts';
import { unitLabel } from '../../../units/unit-label.ts';
import { byName } from '../../name-order.ts';
import { useView } from '../../view.ts';
import { changesCaption, rankIn, changesWords as words } from '../../words/changes-words.ts';
import { rankChange } from '../../words/ranking-words.ts';
import { decimal, signed } from '../../words/scoreboard-words.ts';

interface TableProps {
  scoreboard: ShownScoreboard;
  changes: Changes;
  total: ScoreboardMeasure;
}

/** From who gained most places to who lost most; who has no rank on one side comes last. */
export function ChangesTable({ scoreboard, changes, total }: TableProps) {
  const { language } = useView();
  return (
    <table class="ranking" data-search>
      <caption>{changesCaption(scoreboard, changes, total, language)}</caption>
      <thead>
        <tr>
          <th scope="col" class="unit">
            {words.unit[language]}
          </th>
          <th scope="col">{rankIn(changes.against.period, language)}</th>
          <th scope="col">{rankIn(scoreboard.period, language)}</th>
          <th scope="col" aria-sort="descending">
            {words.change[language]}
          </th>
          <th scope="col" class="mid">
            {words.value[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(changes.units).map((unit) => (
          <ChangeRow key={unit.unit_id} unit={unit} measure={total.measure} />
        ))}
      </tbody>
    </table>
  );
}

const inOrder = (units: UnitChange[]): UnitChange[] =>
  units.toSorted((a, b) => gained(b) - gained(a) || (a.rank_after ?? last) - (b.rank_after ?? last) || byName(a, b));

const last = Number.MAX_SAFE_INTEGER;
const gained = ({ rank_change }: UnitChange): number => rank_change ?? -last;

function ChangeRow({ unit, measure }: { unit: UnitChange; measure: string }) {
  const { language, root } = useView();
  const score = unit.scores[measure];
  return (
    <tr id={unit.unit_id}>
      <th scope="row">
        <a href={`${root}don-vi/${unit.unit_id}/`}>{unitLabel(unit)}</a>
      </th>
      <td>{unit.rank_before ?? '–'}</td>
      <td>{unit.rank_after ?? '–'}</td>
      <td>{rankChange(unit.state, unit.rank_change, language)}</td>
      <td class="mid">
        {score?.value_after ? (
          <a href={`${root}nguon-goc/${unit.unit_id}/${measure}/`}>{decimal(score.value_after, language)}</a>
        ) : (
          '–'
        )}
        {score?.value_change && <small>{signed(score.value_change, language)}</small>}
      </td>
    </tr>
  );
}
