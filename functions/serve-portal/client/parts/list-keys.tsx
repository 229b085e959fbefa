import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { useSay } from '../words.ts';
import { KeyHelp, type ToldKey } from './key-help.tsx';
import { useKeys, useKeysOn } from './use-keys.ts';

const keys: readonly ToldKey[] = [
  ['j', { vi: 'Dòng tiếp', en: 'Next row' }],
  ['k', { vi: 'Dòng trước', en: 'Row before' }],
  ['Enter', { vi: 'Mở dòng đang chọn', en: 'Open the row' }],
  ['/', { vi: 'Tìm, lọc', en: 'Search, filter' }],
  ['?', { vi: 'Xem, ẩn các phím tắt', en: 'Show or hide the keys' }],
];

/** Rows of tables and lists, as the screens have them. */
const rows = 'tbody tr, ol.log > li, ul.tasks > li, article';

interface ListKeysProps {
  /** What holds the list, with its search. */
  within: RefObject<HTMLElement | null>;
}

/** Keys of a list: from row to row, to its search, and what they are. The focus itself goes, so that Enter opens. */
export function ListKeys({ within }: ListKeysProps) {
  const say = useSay();
  const [help, setHelp] = useState(false);
  const [on, setOn] = useKeysOn();
  useKeys(
    {
      j: () => step(within.current, 1),
      k: () => step(within.current, -1),
      '/': () => within.current?.querySelector<HTMLElement>('input, select')?.focus(),
      '?': () => setHelp(!help),
    },
    on,
  );
  return (
    <>
      <p>
        <button type="button" class="plain" aria-expanded={help} onClick={() => setHelp(!help)}>
          {say({ vi: 'Phím tắt (?)', en: 'Keys (?)' })}
        </button>
      </p>
      {help && <KeyHelp keys={keys} on={on} onTurn={setOn} />}
    </>
  );
}

/** To what opens the row; where nothing does, to the row itself. */
function step(within: HTMLElement | null, by: 1 | -1): void {
  const all = [...(within?.querySelectorAll<HTMLElement>(rows) ?? [])];
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (by === 1 ? 0 : -1) : Math.min(all.length - 1, Math.max(0, at + by));
  const row = all.at(next);
  const target = row?.querySelector<HTMLElement>('a, button, summary') ?? row;
  if (target === row) row?.setAttribute('tabindex', '-1');
  target?.focus();
}
