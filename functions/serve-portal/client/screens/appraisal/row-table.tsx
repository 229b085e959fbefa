import type { RefObject } from 'preact';
import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import { useSay } from '../../words.ts';
import { attentionMarks, attentionNames } from './appraisal-path.ts';
import { rowKey } from './load-queue.ts';
import type { Filter, Sorting } from './row-filter.ts';
import { declared } from './shown-figure.ts';

interface RowTableProps {
  rows: readonly QueueRow[];
  current: string;
  byIndicator: boolean;
  filter: Filter;
  searchRef: RefObject<HTMLInputElement | null>;
  onFilter: (changes: Record<string, string | null>) => void;
  onShow: (row: QueueRow) => void;
}

/** All rows, which are each other's peers: what each declared, what it earns, what was decided. */
export function RowTable({ rows, current, byIndicator, filter, searchRef, onFilter, onShow }: RowTableProps) {
  const say = useSay();
  const words = {
    declared: say({ vi: 'Kê khai', en: 'Declared' }),
    self: say({ vi: 'Tự đánh giá', en: 'Own points' }),
    before: say({ vi: 'Kỳ trước', en: 'Before' }),
    decided: say({ vi: 'Thẩm định', en: 'Appraised' }),
    state: say({ vi: 'Trạng thái', en: 'State' }),
  };
  return (
    <section>
      <h2>{byIndicator ? say({ vi: 'Các đơn vị', en: 'Units' }) : say({ vi: 'Các chỉ số', en: 'Indicators' })}</h2>
      <FilterBar filter={filter} searchRef={searchRef} onFilter={onFilter} />
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">
              {byIndicator ? say({ vi: 'Đơn vị', en: 'Unit' }) : say({ vi: 'Chỉ số', en: 'Indicator' })}
            </th>
            {Object.entries(words).map(([column, word]) => (
              <th key={column} scope="col" class={/self|before|decided/.test(column) ? 'number' : undefined}>
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} aria-current={rowKey(row) === current ? 'true' : undefined}>
              <th scope="row">
                <button type="button" class="plain" onClick={() => onShow(row)}>
                  {byIndicator ? row.unit_name_vi : say({ vi: row.name_vi, en: row.name_en })}
                </button>
              </th>
              <td data-label={words.declared}>{declared(row)}</td>
              <td data-label={words.self} class="number">
                {formatPoints(row.self_points)}
              </td>
              <td data-label={words.before} class="number">
                {row.points_before === null ? '–' : formatPoints(row.points_before)}
              </td>
              <td data-label={words.decided} class="number">
                {row.decision ? formatPoints(row.decision.points ?? '0') : '–'}
              </td>
              <td data-label={words.state}>
                <span aria-hidden="true">{attentionMarks[row.attention]}</span> {say(attentionNames[row.attention])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{say({ vi: 'Không có dòng nào khớp.', en: 'No row fits.' })}</p>}
    </section>
  );
}

function FilterBar({ filter, searchRef, onFilter }: Pick<RowTableProps, 'filter' | 'searchRef' | 'onFilter'>) {
  const say = useSay();
  const sortings: Record<Sorting, string> = {
    'thu-tu': say({ vi: 'thứ tự', en: 'order' }),
    diem: say({ vi: 'điểm tự đánh giá', en: 'own points' }),
    lech: say({ vi: 'khác trung vị', en: 'distance from the median' }),
  };
  return (
    <div class="bar">
      <label class="inline">
        {say({ vi: 'Tìm (/)', en: 'Search (/)' })}
        <input
          ref={searchRef}
          type="search"
          value={filter.text}
          onInput={(event) => onFilter({ tim: event.currentTarget.value || null })}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </label>
      <label class="inline">
        {say({ vi: 'Xếp theo', en: 'Sort by' })}
        <select value={filter.sort} onChange={(event) => onFilter({ sap: event.currentTarget.value })}>
          {Object.entries(sortings).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.left}
          onChange={(event) => onFilter({ loc: event.currentTarget.checked ? 'con-lai' : null })}
        />{' '}
        {say({ vi: 'chỉ dòng còn lại', en: 'only what is left' })}
      </label>
    </div>
  );
}
