/**
 * The one script of every page: a search box above each table that asks for one. Without it the same units are reached
 * by the list of names below the table.
 */
const words =
  document.documentElement.lang === 'en'
    ? {
        label: 'Find a unit (with or without diacritics)',
        shown: (shown: number, all: number) => `Showing ${shown} of ${all}`,
        none: (text: string) => `No unit matches “${text}”. Try a former name, or a name without diacritics.`,
      }
    : {
        label: 'Tìm đơn vị (không dấu cũng được)',
        shown: (shown: number, all: number) => `Hiển thị ${shown} trên ${all} đơn vị`,
        none: (text: string) => `Không có đơn vị khớp với “${text}”. Vui lòng thử tên cũ hoặc tên không dấu.`,
      };

/** As people type: no diacritics, no case. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

function addSearch(table: HTMLTableElement): void {
  const rows = [...table.tBodies[0]!.rows].map((row) => ({
    row,
    key: fold(row.querySelector('th')?.textContent ?? ''),
  }));
  const input = Object.assign(document.createElement('input'), { type: 'search', autocomplete: 'off' });
  input.setAttribute('aria-label', words.label);
  input.placeholder = words.label;
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  input.addEventListener('input', () => {
    const wanted = fold(input.value.trim());
    let shown = 0;
    for (const { row, key } of rows) {
      row.hidden = !key.includes(wanted);
      if (!row.hidden) shown += 1;
    }
    status.textContent = wanted === '' ? '' : shown === 0 ? words.none(input.value) : words.shown(shown, rows.length);
  });
  const box = document.createElement('div');
  box.className = 'search';
  box.append(input, status);
  document.querySelector('[data-search-place]')!.append(box);
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-search]')) addSearch(table);
