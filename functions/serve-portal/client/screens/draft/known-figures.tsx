import type { DraftFormRow } from '../../../../../shared/submission/draft/tell-draft.ts';
import type { DraftAnswer } from '../../../../read-draft/read-draft.ts';
import { useSay } from '../../words.ts';
import { type DraftStore, keyOf } from './draft-store.ts';
import { useRows } from './use-rows.ts';

/** What the state knows already need not be typed again: it is taken over as it is, into rows where nothing stands. */
export function KnownFigures({ draft, store }: { draft: DraftAnswer; store: DraftStore }) {
  const say = useSay();
  const typed = new Map(useRows(store).map((row) => [keyOf(row.told), row]));
  const known = draft.sections
    .flatMap(({ indicators }) => indicators.flatMap(({ rows }) => rows))
    .filter((row) => row.known !== null && isUntouched(typed.get(keyOf(row))));
  if (known.length === 0 || !draft.open) return null;
  const sources = [...new Set(known.map((row) => row.known?.source_vi).filter(Boolean))].join('; ');
  // Nothing is filled yet: whoever has sent figures begins with them.
  const isFirst = [...typed.values()].every(isUntouched);
  const take = () => {
    for (const row of known) store.type(keyOf(row), takenFrom(row));
    store.flush();
  };
  return (
    <p class="known">
      {say({
        vi: `${known.length} dòng chưa kê khai đã có số liệu: ${sources}.`,
        en: `${known.length} rows that are not filled have figures already: ${sources}.`,
      })}{' '}
      <button type="button" class={isFirst ? 'main' : undefined} onClick={take}>
        {say({ vi: `Lấy ${known.length} số liệu này`, en: `Take these ${known.length} figures` })}
      </button>
    </p>
  );
}

const isUntouched = (row: ReturnType<DraftStore['get']> | undefined): boolean =>
  row !== undefined && row.told.version === 0 && row.typed.value === null && row.typed.note === null;

const takenFrom = ({ known, choices }: DraftFormRow) => ({
  value: choices ? known!.shown_vi : asTyped(known!.value),
  evidence: known!.evidence,
  note: known!.note,
});

/** In the notation of the form, so that it is read as the very same: 123,456 alone could be a hundred thousand. */
function asTyped(decimal: string): string {
  const typed = decimal.replace('.', ',');
  return /^-?[1-9]\d{0,2},\d{3}$/.test(typed) ? `${typed}0` : typed;
}
