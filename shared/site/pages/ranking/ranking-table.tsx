import { answeredNoteVi, averagedUnits, isOfFewerUnits } from '../../../release/measure-words.ts';
import { mainIndices, pillars, scoredUnits, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { homeMeasure, rowsOfPage } from '../../page-list.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { rankingWords as words } from '../../words/ranking-words.ts';
import { counts, decimal, groupName, measureName, releaseLabel, title } from '../../words/scoreboard-words.ts';
import { RankingRow } from './ranking-row.tsx';

interface TableProps {
  site: ReleaseSite;
  /** What it is ordered by. */
  measure: ScoreboardMeasure;
  /** Place of the first row shown. */
  from: number;
}

/** Which measures stand where: the narrower the screen, the fewer columns. */
export interface RankingColumns {
  /** Ordered by it; on every screen. */
  first: ScoreboardMeasure;
  /** From tablets up; on phones under the unit's name. */
  middle: ScoreboardMeasure[];
  /** On wide screens only; on others by the links above the table. */
  wide: ScoreboardMeasure[];
}

/** Of more units, as the communes of a large province, the page shows one measure alone, or it would weigh too much. */
const unitsWithAllColumns = 100;

export function rankingColumns(scoreboard: ShownScoreboard, first: ScoreboardMeasure): RankingColumns {
  if (scoreboard.units.length > unitsWithAllColumns) return { first, middle: [], wide: [] };
  const total = totalMeasure(scoreboard);
  if (total === null) return { first, middle: others(mainIndices(scoreboard), first), wide: [] };
  if (first !== total) return { first, middle: [total], wide: [] };
  return { first, middle: pillars(scoreboard), wide: mainIndices(scoreboard) };
}

const others = (measures: ScoreboardMeasure[], first: ScoreboardMeasure) => measures.filter((one) => one !== first);

/** Units with figures, by rank of the measure; who has no value of it comes last. */
export function RankingTable({ site, measure, from }: TableProps) {
  const { scoreboard, changes } = site;
  const columns = rankingColumns(scoreboard, measure);
  const shown = inOrder(scoreboard, measure.measure).slice(from, from + rowsOfPage);
  const changeOf = new Map(changes?.units.map((change) => [change.unit_id, change]));
  return (
    <table class="ranking" data-search>
      <Caption scoreboard={scoreboard} measure={measure} />
      <Head scoreboard={scoreboard} columns={columns} />
      <tbody>
        {shown.map((unit) => (
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

function inOrder(scoreboard: ShownScoreboard, measure: string): ShownUnit[] {
  const units = scoredUnits(scoreboard);
  // Values have equal decimals: their texts compare as the numbers do. The sort is stable, so a tie keeps its order.
  const value = (unit: ShownUnit) => unit.scores[measure]?.value ?? '';
  const rank = (unit: ShownUnit) => unit.scores[measure]?.rank ?? Number.POSITIVE_INFINITY;
  return units.toSorted((a, b) => rank(a) - rank(b) || (value(a) < value(b) ? 1 : value(a) > value(b) ? -1 : 0) || 0);
}

function Caption({ scoreboard, measure }: { scoreboard: ShownScoreboard; measure: ScoreboardMeasure }) {
  const { language } = useView();
  const answered = language === 'vi' ? answeredNoteVi(scoreboard, '“Có 3/6”') : '';
  return (
    <caption>
      {title(scoreboard, language)}, {measureName(measure, language)}. {groupName(scoreboard, language)}:{' '}
      {counts(scoreboard, language)}. {releaseLabel(scoreboard.release, language)}. {words.scale[language]}. {answered}
    </caption>
  );
}

interface PartProps {
  scoreboard: ShownScoreboard;
  columns: RankingColumns;
}

function Head({ scoreboard, columns: { first, middle, wide } }: PartProps) {
  const { language } = useView();
  return (
    <thead>
      <tr>
        {first.ranked && (
          <th scope="col" class="rank">
            {words.rank[language]}
          </th>
        )}
        <th scope="col" class="unit">
          {words.unit[language]}
        </th>
        <th scope="col" aria-sort={first.ranked ? 'descending' : undefined}>
          {measureName(first, language)}
        </th>
        {middle.map((measure) => (
          <HeadLink key={measure.measure} scoreboard={scoreboard} measure={measure} place="mid" />
        ))}
        {wide.map((measure) => (
          <HeadLink key={measure.measure} scoreboard={scoreboard} measure={measure} place="wide" />
        ))}
      </tr>
    </thead>
  );
}

interface HeadLinkProps {
  scoreboard: ShownScoreboard;
  measure: ScoreboardMeasure;
  place: 'mid' | 'wide';
}

function HeadLink({ scoreboard, measure, place }: HeadLinkProps) {
  const { language, root } = useView();
  const path = measure.measure === homeMeasure(scoreboard) ? '' : `xep-hang/${measure.measure}/`;
  return (
    <th scope="col" class={place}>
      <a href={`${root}${path}`}>{measureName(measure, language)}</a>
    </th>
  );
}

function Averages({ scoreboard, columns: { first, middle, wide } }: PartProps) {
  const { language } = useView();
  const count = averagedUnits(scoreboard);
  return (
    <tfoot>
      <tr>
        {first.ranked && <td />}
        <th scope="row" class="unit">
          {words.mean[language]} {count > 0 && `${count} ${words.units[language]}`}
        </th>
        <AverageCell scoreboard={scoreboard} measure={first} />
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

function AverageCell({ scoreboard, measure, place }: Omit<HeadLinkProps, 'place'> & { place?: 'mid' | 'wide' }) {
  const { language } = useView();
  return (
    <td class={place}>
      {measure.average === null ? '–' : <data value={measure.average}>{decimal(measure.average, language)}</data>}
      {isOfFewerUnits(measure, scoreboard) && (
        <small>
          {measure.average_units} {words.units[language]}
        </small>
      )}
    </td>
  );
}
