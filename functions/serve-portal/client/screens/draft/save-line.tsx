import { formatClock } from '../../parts/when.tsx';
import { useSay, type Word } from '../../words.ts';
import type { DraftStore, RowState } from './draft-store.ts';
import { useRows } from './use-rows.ts';

const failing: Word = {
  vi: 'Chưa lưu được, đang thử lại. Nội dung vẫn giữ trên máy này.',
  en: 'Not saved yet, trying again. Your words are kept on this machine.',
};
const saving: Word = { vi: 'Đang lưu…', en: 'Saving…' };
const taken: Word = {
  vi: 'Có dòng đã được người khác đổi; đề nghị chọn bản giữ lại.',
  en: 'A row was changed by somebody else; choose which to keep.',
};
const refused: Word = {
  vi: 'Có dòng chưa lưu được, xem lý do tại dòng.',
  en: 'A row was not saved; see why in the row.',
};

/** One line for the whole page, spoken as it changes. */
export function SaveLine({ store }: { store: DraftStore }) {
  const say = useSay();
  const told = tellAll(useRows(store));
  return (
    <p role="status" class={`saving ${told.kind}`}>
      {say(told.word)}
    </p>
  );
}

interface Told {
  kind: 'still' | 'bad' | 'good';
  word: Word;
}

/** The worst first. */
function tellAll(rows: readonly RowState[]): Told {
  const states = new Set(rows.map(({ state }) => state));
  if (states.has('failing')) return { kind: 'bad', word: failing };
  if (states.has('taken')) return { kind: 'bad', word: taken };
  if (states.has('refused')) return { kind: 'bad', word: refused };
  if (states.has('saving') || states.has('unsaved')) return { kind: 'still', word: saving };
  const times = rows.flatMap(({ state, told }) => (state === 'saved' && told.filled ? [told.filled.filled_at] : []));
  const last = times.sort().at(-1);
  return last ? { kind: 'good', word: savedAt(last) } : { kind: 'still', word: { vi: '', en: '' } };
}

export const savedAt = (at: string): Word => ({
  vi: `Đã lưu lúc ${formatClock(at)}`,
  en: `Saved at ${formatClock(at)}`,
});
