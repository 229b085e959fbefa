import { foundAmong, wordsOf } from '../../find-words.ts';
import { element } from '../element.ts';
import { languageOf } from '../language-of.ts';
import { tableWords } from './words.ts';

/** Puts a box above the table that leaves the rows of the units that are looked for. Answers what it stands in. */
export function addSearch(table: HTMLTableElement): HTMLElement {
  const words = tableWords[languageOf(table)];
  const rows = [...table.tBodies[0]!.rows].map((row) => ({ row, names: namesIn(row) }));
  const input = element('input', {
    ...{ type: 'search', autocomplete: 'off', 'aria-label': words.find, placeholder: words.find },
  });
  const status = element('p', { role: 'status' });
  input.addEventListener('input', () => {
    const wanted = wordsOf(input.value);
    const found = foundAmong(rows, ({ names }) => names, wanted);
    for (const one of rows) one.row.hidden = !found.includes(one);
    const shown = found.length;
    status.textContent = wanted === '' ? '' : shown === 0 ? words.none(input.value) : words.shown(shown, rows.length);
  });
  const box = element('div', { class: 'search' }, input, status);
  document.querySelector('[data-search-place]')!.append(box);
  return box;
}

/** The unit's name, its code, and what it is called besides; notes below the name are none of these. */
const namesIn = (row: HTMLTableRowElement): string =>
  [wordsOf(row.querySelector('th a')!.textContent), wordsOf(row.id), row.dataset.k].join('| ');
