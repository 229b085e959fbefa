import { useSay, type Word } from '../../words.ts';
import type { RowState } from './draft-store.ts';
import { savedAt } from './save-line.tsx';

const states: Partial<Record<RowState['state'], Word>> = {
  unsaved: { vi: 'Chưa lưu', en: 'Not saved yet' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  failing: { vi: 'Chưa lưu được, đang thử lại', en: 'Not saved, trying again' },
};

/** Where the words of one row are. */
export function RowStateLine({ row }: { row: RowState }) {
  const say = useSay();
  if (row.state === 'refused')
    return <p class="trouble">{row.trouble ? say(row.trouble) : say({ vi: 'Chưa lưu được', en: 'Not saved' })}</p>;
  const word = row.state === 'saved' && row.told.filled ? savedAt(row.told.filled.filled_at) : states[row.state];
  return word ? <p class={`hint ${row.state}`}>{say(word)}</p> : null;
}
