import type { Changes } from '../release/changes/changes.ts';
import { answeredNoteVi, averagesHeadVi, isOfFewerUnits } from '../release/measure-words.ts';
import { scoredUnits } from '../release/read-scoreboard.ts';
import { releaseLabelVi } from '../release/release-name.ts';
import { countsVi, titleVi } from '../release/scoreboard-words.ts';
import type { Scoreboard, ScoreboardMeasure } from '../scoring/scoreboard.ts';
import { Figure } from './figure.tsx';
import { type RankingColumns, rankingColumns } from './ranking-columns.ts';
import { RankingRow } from './ranking-row.tsx';

/** Units with figures; who has none is named in a block of its own. */
export function RankingTable({ scoreboard, changes }: { scoreboard: Scoreboard; changes: Changes | null }) {
  const columns = rankingColumns(scoreboard);
  const changeOf = new Map(changes?.units.map((change) => [change.unit_id, change]));
  return (
    <table>
      <caption>
        {titleVi(scoreboard)}. {scoreboard.group_name_vi}: {countsVi(scoreboard)}. Đợt công bố{' '}
        {releaseLabelVi(scoreboard.release)}. Giá trị từ 0 đến 1. {answeredNoteVi(scoreboard, '“Có 3/6”')}
      </caption>
      <Head columns={columns} />
      <tbody>
        {scoredUnits(scoreboard).map((unit) => (
          <RankingRow
            key={unit.unit_id}
            scoreboard={scoreboard}
            columns={columns}
            unit={unit}
            change={changeOf.get(unit.unit_id) ?? null}
          />
        ))}
      </tbody>
      <Averages scoreboard={scoreboard} columns={columns} />
    </table>
  );
}

function Head({ columns }: { columns: RankingColumns }) {
  const { ranked, total, middle, wide } = columns;
  return (
    <thead>
      <tr>
        {ranked && (
          <th scope="col" class="rank">
            Hạng
          </th>
        )}
        <th scope="col" class="unit">
          Đơn vị
        </th>
        {total && <th scope="col">Giá trị DTI</th>}
        {middle.map((measure) => (
          <MeasureHead key={measure.measure} measure={measure} place="mid" />
        ))}
        {wide.map((measure) => (
          <MeasureHead key={measure.measure} measure={measure} place="wide" />
        ))}
      </tr>
    </thead>
  );
}

function MeasureHead({ measure, place }: { measure: ScoreboardMeasure; place: 'mid' | 'wide' }) {
  return (
    <th scope="col" class={place}>
      {measure.name_vi}
    </th>
  );
}

function Averages({ scoreboard, columns }: { scoreboard: Scoreboard; columns: RankingColumns }) {
  const { ranked, total, middle, wide } = columns;
  return (
    <tfoot>
      <tr>
        {ranked && <td />}
        <th scope="row" class="unit">
          {averagesHeadVi(scoreboard)}
        </th>
        {total && <AverageCell scoreboard={scoreboard} measure={total} />}
        {middle.map((measure) => (
          <AverageCell key={measure.measure} scoreboard={scoreboard} measure={measure} place="mid" />
        ))}
        {wide.map((measure) => (
          <AverageCell key={measure.measure} scoreboard={scoreboard} measure={measure} place="wide" />
        ))}
      </tr>
    </tfoot>
  );
}

interface AverageCellProps {
  scoreboard: Scoreboard;
  measure: ScoreboardMeasure;
  place?: 'mid' | 'wide';
}

function AverageCell({ scoreboard, measure, place }: AverageCellProps) {
  return (
    <td class={place}>
      {measure.average === null ? '–' : <Figure decimal={measure.average} />}
      {isOfFewerUnits(measure, scoreboard) && <small>{measure.average_units} đơn vị</small>}
    </td>
  );
}
