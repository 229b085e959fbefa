import { useRef, useState } from 'preact/hooks';
import { foldText } from '../../../../../shared/format/fold-text.ts';
import type { BoardUnit } from '../../../../read-board/board-unit.ts';
import type { Board } from '../../../../read-board/read-board.ts';
import type { UnitsPage } from '../../../../read-board/read-units.ts';
import { get } from '../../ask-ahead.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Field } from '../../parts/field.tsx';
import { ListKeys } from '../../parts/list-keys.tsx';
import { When } from '../../parts/when.tsx';
import { addressOf } from '../../routes.ts';
import { useAct } from '../../use-act.ts';
import { useQuery } from '../../use-query.ts';
import { marks, states } from '../../words/ministry.ts';
import { useSay, type Word } from '../../words.ts';
import { compareNames } from './compare-names.ts';

const filters: Record<string, { word: Word; holds: (unit: BoardUnit) => boolean }> = {
  ...Object.fromEntries(
    Object.entries(states).map(([state, word]) => [state, { word, holds: (unit: BoardUnit) => unit.state === state }]),
  ),
  late: { word: { vi: 'Chậm', en: 'Late' }, holds: ({ late }) => late },
  waiting: { word: { vi: 'Chờ xác nhận', en: 'Waiting' }, holds: ({ waiting }) => waiting !== null },
  question: { word: { vi: 'Đang được hỏi', en: 'In question' }, holds: ({ questions_open }) => questions_open > 0 },
  reopened: { word: { vi: 'Mở lại', en: 'Reopened' }, holds: ({ reopened_until }) => reopened_until !== null },
};

interface BoardUnitsProps {
  board: Board;
  first: UnitsPage;
  /** Address of the period in the API. */
  at: string;
}

/** Every unit; filter, words looked for and order stand in the address. Of a large group the first page, more on demand. */
export function BoardUnits({ board, first, at }: BoardUnitsProps) {
  const say = useSay();
  const [query, setQuery] = useQuery();
  const [more, setMore] = useState<UnitsPage[]>([]);
  const section = useRef<HTMLElement>(null);
  const act = useAct();
  const next = (more.at(-1) ?? first).next;
  const units = [first, ...more].flatMap((page) => page.units);
  const filter = query.get('loc') ?? '';
  const wanted = foldText(query.get('tim') ?? '');
  const order = query.get('xep') ?? 'ten';
  const shown = units
    .filter((unit) => (filters[filter]?.holds(unit) ?? true) && foldText(unit.full_name_vi).includes(wanted))
    .sort(orders[order] ?? orders.ten);
  return (
    <section ref={section}>
      <h2 id="don-vi">{say({ vi: 'Các đơn vị', en: 'Units' })}</h2>
      <div class="fields">
        <div>
          <Field
            label={say({ vi: 'Tìm', en: 'Find' })}
            hint={say({ vi: 'Không dấu cũng được', en: 'Marks may be left out' })}
            type="search"
            value={query.get('tim') ?? ''}
            onInput={(tim) => setQuery({ tim: tim || null })}
          />
        </div>
        <div>
          <Field
            label={say({ vi: 'Lọc', en: 'Show' })}
            value={filter}
            onInput={(loc) => setQuery({ loc: loc || null })}
            options={[
              ['', say({ vi: 'Tất cả', en: 'All' })],
              ...Object.entries(filters).map(([code, { word }]) => [code, say(word)] as const),
            ]}
          />
        </div>
        <div>
          <Field
            label={say({ vi: 'Xếp theo', en: 'Order by' })}
            value={order}
            onInput={(xep) => setQuery({ xep })}
            options={[
              ['ten', say({ vi: 'Tên', en: 'Name' })],
              ['moi', say({ vi: 'Gửi gần nhất', en: 'Sent last' })],
              ['loi', say({ vi: 'Nhiều lỗi nhất', en: 'Most errors' })],
            ]}
          />
        </div>
      </div>
      <ListKeys within={section} />
      <table class="rows">
        <caption>{say({ vi: `${shown.length} đơn vị`, en: `${shown.length} units` })}</caption>
        <thead>
          <tr>
            <th scope="col">{say({ vi: 'Đơn vị', en: 'Unit' })}</th>
            <th scope="col">{say({ vi: 'Trạng thái', en: 'State' })}</th>
            <th scope="col">{say({ vi: 'Gửi gần nhất', en: 'Sent last' })}</th>
            <th scope="col">{say({ vi: 'Thẩm định', en: 'Appraised' })}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <UnitRow key={unit.unit_id} unit={unit} board={board} />
          ))}
        </tbody>
      </table>
      {next && (
        <ActButton
          minor
          act={act}
          onAct={() => act.run(async () => setMore([...more, await get<UnitsPage>(`${at}/units?cursor=${next}`)]))}
        >
          {say({ vi: 'Xem thêm đơn vị', en: 'More units' })}
        </ActButton>
      )}
    </section>
  );
}

type Order = (a: BoardUnit, b: BoardUnit) => number;
const byName: Order = (a, b) => compareNames(a.unit_name_vi, b.unit_name_vi);
const orders: Record<string, Order> = {
  ten: byName,
  moi: (a, b) => (b.last?.received_at ?? '').localeCompare(a.last?.received_at ?? '') || byName(a, b),
  loi: (a, b) => (b.last?.errors ?? 0) - (a.last?.errors ?? 0) || byName(a, b),
};

function UnitRow({ unit, board }: { unit: BoardUnit; board: Board }) {
  const say = useSay();
  const { last, appraised, asked, reopened_until, questions_open, late, waiting } = unit;
  const beside = [
    late && say({ vi: 'chậm', en: 'late' }),
    waiting !== null && say({ vi: `lần gửi ${waiting} chờ xác nhận`, en: `receipt ${waiting} waits` }),
    questions_open > 0 && say({ vi: 'đang được hỏi', en: 'in question' }),
    reopened_until && say({ vi: `mở lại đến ${reopened_until}`, en: `reopened until ${reopened_until}` }),
  ].filter(Boolean);
  return (
    <tr>
      <th scope="row">
        <a href={addressOf('ky', board.group, board.period, 'don-vi', unit.unit_id)}>{unit.full_name_vi}</a>
      </th>
      <td data-label={say({ vi: 'Trạng thái', en: 'State' })}>
        <span aria-hidden="true">{marks[unit.state]}</span> {[say(states[unit.state]), ...beside].join(', ')}
      </td>
      <td data-label={say({ vi: 'Gửi gần nhất', en: 'Sent last' })}>
        {last ? (
          <>
            {say({ vi: `lần ${last.receipt}`, en: `no. ${last.receipt}` })}, <When at={last.received_at} />
            {last.errors > 0 && say({ vi: `, ${last.errors} lỗi`, en: `, ${last.errors} errors` })}
            {last.warnings > 0 && say({ vi: `, ${last.warnings} cần rà soát`, en: `, ${last.warnings} warnings` })}
          </>
        ) : (
          '–'
        )}
      </td>
      <td data-label={say({ vi: 'Thẩm định', en: 'Appraised' })}>
        {appraised}/{asked}
      </td>
    </tr>
  );
}
