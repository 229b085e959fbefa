import { answeredNoteVi, averagedUnits, isOfFewerUnits } from '../../../release/measure-words.ts';
import { mainIndices, pillars, scoredUnits, totalMeasure } from '../../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../../scoring/scoreboard.ts';
import { nameColumn } from '../../client/table/order.ts';
import { byName } from '../../name-order.ts';
import { homeMeasure, rankingPath, rankingStarts, rowsOfPage } from '../../page-list.ts';
import type { ReleaseSite } from '../../release-site.ts';
import { useView } from '../../view.ts';
import { rankingWords as words } from '../../words/ranking-words.ts';
import { counts, decimal, groupName, measureName, releaseSentence, title } from '../../words/scoreboard-words.ts';
import { withSoftHyphens } from '../../words/soft-hyphens.ts';
import type { RankingChoice } from './ranking-heading.ts';
import { RankingRow } from './ranking-row.tsx';

interface TableProps {
  site: ReleaseSite;
  choice: RankingChoice;
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

/** Of more, as of the communes of a large province, the page shows one measure alone, or it would weigh too much. */
const mostCells = 640;

export function rankingColumns(scoreboard: ShownScoreboard, first: ScoreboardMeasure): RankingColumns {
  if (scoreboard.units.length * scoreboard.measures.length > mostCells) return { first, middle: [], wide: [] };
  const total = totalMeasure(scoreboard);
  if (total === null) return { first, middle: others(mainIndices(scoreboard), first), wide: [] };
  if (first !== total) return { first, middle: [total], wide: [] };
  return { first, middle: pillars(scoreboard), wide: mainIndices(scoreboard) };
}

const others = (measures: ScoreboardMeasure[], first: ScoreboardMeasure) => measures.filter((one) => one !== first);

/** Units with figures, by rank of the measure; who has no value of it comes last. A table that is whole can be sorted in place. */
export function RankingTable({ site, choice, from }: TableProps) {
  const { scoreboard, changes } = site;
  const columns = rankingColumns(scoreboard, choice.measure);
  const inOrder = orderedUnits(scoreboard, choice);
  const changeOf = new Map(changes?.units.map((change) => [change.unit_id, change]));
  return (
    <table class="ranking" data-search data-sort={isWhole(scoreboard, choice) ? placesByName(inOrder) : undefined}>
      <Caption scoreboard={scoreboard} measure={choice.measure} />
      <Head scoreboard={scoreboard} columns={columns} choice={choice} />
      <tbody>
        {inOrder.slice(from, from + rowsOfPage).map((unit) => (
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

/** Of each row: the script sorts by it, whose browser may not know the Vietnamese alphabet. */
function placesByName(units: ShownUnit[]): string {
  const alphabet = units.toSorted(byName);
  return units.map((unit) => alphabet.indexOf(unit)).join(' ');
}

/** Sorted in place, a part of a longer table would claim to be its top. */
const isWhole = (scoreboard: ShownScoreboard, { region }: RankingChoice): boolean =>
  region !== null || rankingStarts(scoreboard).length === 1;

/** Within a rank by name. Values have equal decimals: their texts compare as the numbers do. */
function orderedUnits(scoreboard: ShownScoreboard, { measure, order, region }: RankingChoice): ShownUnit[] {
  const units = scoredUnits({ units: region?.units ?? scoreboard.units });
  if (order === 'name') return units.toSorted(byName);
  const value = (unit: ShownUnit) => unit.scores[measure.measure]?.value ?? '';
  const rank = (unit: ShownUnit) => unit.scores[measure.measure]?.rank ?? Number.MAX_SAFE_INTEGER;
  const byValue = (a: ShownUnit, b: ShownUnit) => (value(a) < value(b) ? 1 : value(a) > value(b) ? -1 : 0);
  return units.toSorted((a, b) => rank(a) - rank(b) || byValue(a, b) || byName(a, b));
}

function Caption({ scoreboard, measure }: { scoreboard: ShownScoreboard; measure: ScoreboardMeasure }) {
  const { language } = useView();
  const answered = language === 'vi' ? answeredNoteVi(scoreboard, '“Có 3/6”') : '';
  return (
    <caption>
      {title(scoreboard, language)}, {measureName(measure, language)}. {groupName(scoreboard, language)}:{' '}
      {counts(scoreboard, language)}. {releaseSentence(scoreboard, language)}. {words.scale[language]}. {answered}
    </caption>
  );
}

interface PartProps {
  scoreboard: ShownScoreboard;
  columns: RankingColumns;
}

/** What the table is ordered by says so, and every other head leads to the table ordered by it. */
function Head({ scoreboard, columns: { first, middle, wide }, choice }: PartProps & { choice: RankingChoice }) {
  const { language } = useView();
  const isByName = choice.order === 'name';
  return (
    <thead>
      <tr>
        {first.ranked && (
          <th scope="col" class="rank">
            {words.rank[language]}
          </th>
        )}
        <HeadCell name={words.unit[language]} column={nameColumn} isCurrent={isByName} path={namePath(scoreboard)} />
        <HeadCell
          name={measureName(first, language)}
          column={first.measure}
          isCurrent={!isByName}
          path={pathOf(scoreboard, first)}
        />
        {middle.map((measure) => (
          <HeadOf key={measure.measure} scoreboard={scoreboard} measure={measure} place="mid" />
        ))}
        {wide.map((measure) => (
          <HeadOf key={measure.measure} scoreboard={scoreboard} measure={measure} place="wide" />
        ))}
      </tr>
    </thead>
  );
}

const pathOf = (scoreboard: ShownScoreboard, { measure }: ScoreboardMeasure): string =>
  rankingPath({ measure, from: 0 }, homeMeasure(scoreboard));

const namePath = (scoreboard: ShownScoreboard): string => {
  const measure = homeMeasure(scoreboard);
  return rankingPath({ measure, from: 0, order: 'name' }, measure);
};

interface HeadOfProps {
  scoreboard: ShownScoreboard;
  measure: ScoreboardMeasure;
  place: 'mid' | 'wide';
}

function HeadOf({ scoreboard, measure, place }: HeadOfProps) {
  const { language } = useView();
  const name = measureName(measure, language);
  return <HeadCell name={name} column={measure.measure} path={pathOf(scoreboard, measure)} place={place} />;
}

interface HeadCellProps {
  name: string;
  /** As the script of the page calls it in the address. */
  column: string;
  path: string;
  isCurrent?: boolean;
  place?: 'mid' | 'wide';
}

function HeadCell({ name, column, path, isCurrent = false, place }: HeadCellProps) {
  const { root } = useView();
  const shown = withSoftHyphens(name);
  const sorted = isCurrent ? (column === nameColumn ? 'ascending' : 'descending') : undefined;
  return (
    <th scope="col" class={column === nameColumn ? 'unit' : place} data-c={column} aria-sort={sorted}>
      {isCurrent ? shown : <a href={`${root}${path}`}>{shown}</a>}
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

function AverageCell({ scoreboard, measure, place }: Omit<HeadOfProps, 'place'> & { place?: 'mid' | 'wide' }) {
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
