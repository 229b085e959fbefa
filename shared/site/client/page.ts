/**
 * The one script of every page: a box above a table to find a unit in it, and heads that sort it in place. Without it the
 * same units are reached by the list of names below the table, and the same orders by the links of its heads.
 */
import { addSearch } from './table/search.ts';
import { addSorting } from './table/sort.ts';

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-search]')) {
  const box = addSearch(table);
  if (table.matches('[data-sort]')) addSorting(table, box);
}
