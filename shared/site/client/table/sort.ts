import { softHyphen } from '../../words/soft-hyphen.ts';
import { element } from '../element.ts';
import { languageOf } from '../language-of.ts';
import { addressOf, compareKeys, firstOrderOf, type Key, type Order, orderIn } from './order.ts';
import { tableWords } from './words.ts';

/** As an attribute: phones of a few years ago have no property for it. */
const attribute = 'aria-sort';

/** Makes the heads of a table sort it where it stands; the order is kept in the address and said in the box above it. */
export function addSorting(table: HTMLTableElement, box: HTMLElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-c]')];
  const initial = orderOf(heads)!;
  const status = element('p', { role: 'status' });
  box.append(status);
  const names = namesOf(table);
  const words = tableWords[languageOf(table)];
  const sort = (order: Order) => {
    const head = heads.find(({ dataset }) => dataset.c === order.column)!;
    const rows = [...names].map(([row, name]) => ({
      row,
      key: keyOf(row.cells[head.cellIndex]!, name, words.unranked),
    }));
    rows.sort((a, b) => compareKeys(a.key, b.key, order.isDescending));
    table.tBodies[0]!.append(...rows.map(({ row }) => row));
    mark(heads, order);
    status.textContent = words.sorted(head.textContent.replaceAll(softHyphen, ''), order.isDescending);
  };
  for (const head of heads) {
    linkOf(head).addEventListener('click', (event) => {
      // Another window is asked for the page that is sorted so.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const order = nextOrder(heads, head.dataset.c!);
      history.replaceState(history.state, '', isSame(order, initial) ? location.pathname : addressOf(order));
      sort(order);
    });
  }
  const open = () => {
    const order = orderIn(location.hash);
    if (order && heads.some(({ dataset }) => dataset.c === order.column)) sort(order);
  };
  addEventListener('hashchange', open);
  open();
}

/** The head of the order that the page came in has no link, for it would lead to the page itself. */
function linkOf(head: HTMLTableCellElement): HTMLAnchorElement {
  const link = head.querySelector('a');
  if (link) return link;
  const made = element('a', { href: addressOf(firstOrderOf(head.dataset.c!)) }, ...head.childNodes);
  head.append(made);
  return made;
}

const isSame = (one: Order, other: Order) => one.column === other.column && one.isDescending === other.isDescending;

/** Null: no column says that the table is sorted by it. */
function orderOf(heads: HTMLTableCellElement[]): Order | null {
  const sorted = heads.find((head) => head.hasAttribute(attribute));
  return sorted ? { column: sorted.dataset.c!, isDescending: sorted.getAttribute(attribute) === 'descending' } : null;
}

function nextOrder(heads: HTMLTableCellElement[], column: string): Order {
  const now = orderOf(heads);
  return now?.column === column ? { column, isDescending: !now.isDescending } : firstOrderOf(column);
}

/** Of each row its place by name, as the page says it: the rows are those that the page came with. */
function namesOf(table: HTMLTableElement): Map<HTMLTableRowElement, number> {
  const places = table.dataset.sort!.split(' ').map(Number);
  return new Map([...table.tBodies[0]!.rows].map((row, place) => [row, places[place]!]));
}

function mark(heads: HTMLTableCellElement[], { column, isDescending }: Order): void {
  for (const head of heads) {
    if (head.dataset.c === column) head.setAttribute(attribute, isDescending ? 'descending' : 'ascending');
    else head.removeAttribute(attribute);
  }
}

/** What a row is sorted by: its name, or the figure in a cell. */
function keyOf(cell: HTMLTableCellElement, name: number, unranked: string): Key {
  if (cell.tagName === 'TH') return { figure: name, name };
  const figure = Number.parseFloat(cell.textContent.replace(',', '.'));
  return { figure: Number.isNaN(figure) || saidOf(cell).includes(unranked) ? null : figure, name };
}

/** Beside the first figure it is the unit's name that says what the figure is not. */
function saidOf(cell: HTMLTableCellElement): string {
  const before = cell.previousElementSibling;
  return before?.tagName === 'TH' ? `${cell.textContent} ${before.textContent}` : cell.textContent;
}
