import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';
import { showFigure } from '../../parts/figure.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Said } from '../../parts/said.tsx';
import type { Acting } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { rowKey } from './edit.ts';
import { loadGrid } from './load-grid.ts';
import { useRowName } from './row-name.tsx';
import type { UnitPeriod } from './unit-path.ts';

interface DifferencesProps {
  of: UnitPeriod;
  from: string;
  to: string;
  me: Acting;
}

interface Pair {
  before: GridRow;
  after: GridRow;
}

/** Rows in which two receipts of the unit say different things. */
export function Differences({ of, from, to, me }: DifferencesProps) {
  const load = async (signal: AbortSignal) => {
    const [before, after] = await Promise.all([loadGrid(of, from, me, signal), loadGrid(of, to, me, signal)]);
    const earlier = new Map(before.rows.map((row) => [rowKey(row), row]));
    const pairs = after.rows.flatMap((row) =>
      earlier.has(rowKey(row)) ? [{ before: earlier.get(rowKey(row))!, after: row }] : [],
    );
    return pairs.filter(isDifferent);
  };
  return <Loaded from={load}>{(pairs) => <DifferenceTable pairs={pairs} from={from} to={to} />}</Loaded>;
}

const said = ({ value, raw, evidence, note }: GridRow) => [value ?? raw, evidence, note];

const isDifferent = ({ before, after }: Pair): boolean => {
  const [one, other] = [said(before), said(after)];
  return one.some((text, at) => text !== other[at]);
};

function DifferenceTable({ pairs, from, to }: { pairs: Pair[]; from: string; to: string }) {
  const say = useSay();
  const nameOf = useRowName();
  const numbers = [from, to].map((number) => say({ vi: `Lần gửi ${number}`, en: `Submission ${number}` }));
  if (pairs.length === 0) {
    return (
      <p role="status">
        {say({ vi: 'Hai lần gửi không khác nhau dòng nào.', en: 'The two do not differ in any row.' })}
      </p>
    );
  }
  return (
    <table class="rows">
      <caption>{say({ vi: `${pairs.length} dòng khác nhau`, en: `${pairs.length} rows differ` })}</caption>
      <thead>
        <tr>
          <th scope="col">{say({ vi: 'Dòng', en: 'Row' })}</th>
          {numbers.map((number) => (
            <th key={number} scope="col">
              {number}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ before, after }) => (
          <tr key={after.position}>
            <th scope="row">{nameOf(after)}</th>
            <td data-label={numbers[0]}>
              <SaidOf row={before} />
            </td>
            <td data-label={numbers[1]}>
              <SaidOf row={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SaidOf = ({ row }: { row: GridRow }) => (
  <>
    {row.value === null ? (row.raw ?? '–') : showFigure(row, row.value)}
    {row.evidence && (
      <small>
        <Said text={row.evidence} />
      </small>
    )}
    {row.note && (
      <small>
        <Said text={row.note} />
      </small>
    )}
  </>
);
