import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { useSay, type Word } from '../../words.ts';
import { type DraftStore, keyOf, type RowState } from './draft-store.ts';
import { findingsBeside } from './words.ts';

const blank = ({ typed }: RowState) => (typed.value ?? typed.note ?? '').trim() === '';
const has = (severity: string) => (row: RowState) => findingsBeside(row.told).some((one) => one.severity === severity);

/** By the name that stands in the address. */
const tests: Record<string, { word: Word; test: (row: RowState) => boolean }> = {
  trong: { word: { vi: 'Chưa trả lời', en: 'Not answered' }, test: blank },
  loi: { word: { vi: 'Lỗi', en: 'Errors' }, test: has('error') },
  'ra-soat': { word: { vi: 'Cần rà soát', en: 'To review' }, test: has('warning') },
  'hai-ban': {
    word: { vi: 'Có hai bản', en: 'Two versions' },
    test: ({ state, told }) => state === 'taken' || told.rivals.length > 0,
  },
};

const isPrefix = 'so:';

/** Keys of the rows that a filter lets through, as they are now: none goes away while somebody types in it. */
export function shownRows(rows: readonly RowState[], draft: DraftAnswer, filter: string | null): Set<string> {
  const test = testOf(draft, filter);
  return new Set(rows.filter(test).map(({ told }) => keyOf(told)));
}

function testOf(draft: DraftAnswer, filter: string | null): (row: RowState) => boolean {
  if (filter === null) return () => true;
  if (!filter.startsWith(isPrefix)) return tests[filter]?.test ?? (() => true);
  const department = filter.slice(isPrefix.length);
  const own = new Set(
    formRows(draft)
      .filter(({ assigned }) => (assigned?.department ?? '') === department)
      .map(keyOf),
  );
  return ({ told }) => own.has(keyOf(told));
}

const formRows = (draft: DraftAnswer) =>
  draft.sections.flatMap(({ indicators }) => indicators.flatMap(({ rows }) => rows));

interface Props {
  draft: DraftAnswer;
  store: DraftStore;
  filter: string | null;
  onFilter: (filter: string | null) => void;
}

export function Filters({ draft, store, filter, onFilter }: Props) {
  const say = useSay();
  const rows = store.all();
  const departments = new Map(
    formRows(draft).map(({ assigned }) => [assigned?.department ?? '', assigned?.department_name_vi ?? null]),
  );
  return (
    <div class="filters">
      <label for="loc">{say({ vi: 'Hiện các dòng', en: 'Show rows' })}</label>
      <select id="loc" value={filter ?? ''} onChange={({ currentTarget }) => onFilter(currentTarget.value || null)}>
        <option value="">{say({ vi: `Tất cả (${rows.length})`, en: `All (${rows.length})` })}</option>
        {Object.entries(tests).map(([name, { word, test }]) => (
          <option key={name} value={name}>
            {say(word)} ({rows.filter(test).length})
          </option>
        ))}
        {draft.department === null &&
          departments.size > 1 &&
          [...departments].map(([department, name]) => (
            <option key={department} value={`${isPrefix}${department}`}>
              {name ?? say({ vi: 'Chưa giao', en: 'Not assigned' })}
            </option>
          ))}
      </select>
    </div>
  );
}
