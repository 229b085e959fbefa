import { type Figure, isEqual } from '../../../release/verify/verification.ts';
import type { Language } from '../../language.ts';
import { showNumber } from '../../show-number.ts';
import { partWords, verifyingWords as words } from '../../words/verify-words.ts';
import { element } from '../element.ts';
import type { Names } from './names.ts';

/** Folded away: every figure with its recomputed one, a row for each unit, or of one unit for each measure. */
export function listEach(figures: Figure[], names: Names, language: Language, unit?: string): HTMLElement {
  const draw = () => (unit ? ofOneUnit(figures, names, language) : ofAllUnits(figures, names, language));
  const summary = element('summary', {}, words.each[language]);
  const attributes = { class: 'each', tabindex: '0', role: 'region', 'aria-label': words.each[language] };
  const region = element('div', attributes);
  const details = element('details', {}, summary, region);
  // Half of the time on a weak phone would go into a table that few open.
  details.addEventListener('toggle', () => region.append(draw()), { once: true });
  return details;
}

const parts = ['value', 'points', 'max_points', 'rank'] as const;

function ofOneUnit(figures: Figure[], names: Names, language: Language): HTMLElement {
  const head = [words.measure[language], ...parts.map((part) => partWords[part][language]), words.equal[language]];
  const rows = [...Map.groupBy(figures, ({ measure }) => measure)].map(([measure, own]) => {
    const cells = parts.map((wanted) => own.find(({ part }) => part === wanted)).map((one) => tellBoth(one, language));
    return rowOf(names.measure(measure), [...cells, shareOf(own, language)], own);
  });
  return tableOf(head, rows);
}

function ofAllUnits(figures: Figure[], names: Names, language: Language): HTMLElement {
  const measures = [...new Set(figures.map(({ measure }) => measure))];
  const head = [words.unit[language], ...measures.map((measure) => names.measure(measure)), words.equal[language]];
  const rows = [...Map.groupBy(figures, ({ unit_id }) => unit_id)].map(([unit_id, own]) => {
    const isMain = ({ part }: Figure) => part === (unit_id ? 'value' : 'average');
    const main = new Map(own.filter(isMain).map((figure) => [figure.measure, figure]));
    const cells = measures.map((measure) => tellBoth(main.get(measure), language));
    return rowOf(unit_id ? names.unit(unit_id) : words.allUnits[language], [...cells, shareOf(own, language)], own);
  });
  return tableOf(head, rows);
}

/** One figure where both are the same, else both. */
function tellBoth(figure: Figure | undefined, language: Language): string {
  const say = (text: string | null) => (text === null ? '–' : showNumber(text, language));
  if (!figure) return '–';
  return isEqual(figure) ? say(figure.published) : `${say(figure.published)} ≠ ${say(figure.recomputed)}`;
}

const shareOf = (own: Figure[], language: Language): string =>
  `${showNumber(`${own.filter(isEqual).length}`, language)}/${showNumber(`${own.length}`, language)}`;

function rowOf(name: string, cells: string[], own: Figure[]): HTMLElement {
  const attributes: Record<string, string> = own.every(isEqual) ? {} : { class: 'differs' };
  return element(
    'tr',
    attributes,
    element('th', { scope: 'row' }, name),
    ...cells.map((cell) => element('td', {}, cell)),
  );
}

const tableOf = (head: string[], rows: HTMLElement[]): HTMLElement =>
  element(
    'table',
    {},
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...head.map((name, column) =>
          element('th', { scope: 'col', ...(column === 0 ? { class: 'unit' } : {}) }, name),
        ),
      ),
    ),
    element('tbody', {}, ...rows),
  );
