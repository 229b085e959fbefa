import { wordsOf } from '../../find-words.ts';
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
    let shown = 0;
    for (const { row, names } of rows) {
      row.hidden = !names.includes(wanted);
      if (!row.hidden) shown += 1;
    }
    status.textContent = wanted === '' ? '' : shown === 0 ? words.none(input.value) : words.shown(shown, rows.length);
  });
  const box = element('div', { class: 'search' }, input, status);
  document.querySelector('[data-search-place]')!.append(box);
  return box;
}

/** What the row says of its unit, and what the unit is called besides. */
const namesIn = (row: HTMLTableRowElement): string =>
  `${wordsOf(row.querySelector('th')!.textContent)}|${row.dataset.k ?? ''}`;
