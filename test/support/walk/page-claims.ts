import type { Language } from '../../../shared/site/language.ts';
import { softHyphen } from '../../../shared/site/words/soft-hyphen.ts';
import type { Claim } from './claims.ts';
import type { DrawnPage } from './drawn-release.ts';

/** What a page tells of each unit and measure, read from its markup alone. */
export function pageClaims({ ref, language, html }: DrawnPage, measureNamed: (name: string) => string): Claim[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const read = { main, decimal: decimalOf(language), measureNamed };
  switch (ref.kind) {
    case 'ranking':
      return rankingClaims(ref.measure, read);
    case 'unit':
      return [...linkedClaims(read), ...historyClaims(ref.unit_id, read)];
    case 'compare':
    case 'main-index':
      return linkedClaims(read);
    case 'map':
      return mapClaims(read);
    case 'provenance':
      return [{ unit: ref.unit_id, measure: ref.measure, ...leadOf(read) }];
    case 'method':
      return exampleClaims(read);
    case 'verify':
      return triedClaims(read);
    default:
      return [];
  }
}

interface Reading {
  main: string;
  decimal: (shown: string) => string;
  measureNamed: (name: string) => string;
}

/** `0,8241` in Vietnamese, `0.8241` in English; the other sign is no number of the page's language. */
export const decimalOf =
  (language: Language) =>
  (shown: string): string => {
    const [, whole, sign, fraction] = /^(\d)([.,])(\d{4})$/.exec(shown) ?? [];
    if (sign !== (language === 'vi' ? ',' : '.')) throw new Error(`${shown} is no decimal of the language ${language}`);
    return `${whole}.${fraction}`;
  };

const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const numberIn = (text: string) => /\d+/.exec(text)?.[0] ?? '';
const rowsOf = (markup: string) =>
  [...markup.matchAll(/<tr([^>]*)>(.*?)<\/tr>/gs)].map(([, head, row]) => ({ head: head!, row: row! }));
const cellsOf = (row: string) =>
  [...row.matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gs)].map(([, head, cell]) => ({ head: head!, cell: cell! }));

/** A row for each unit: rank and value of the measure that the page ranks by, and those of others beside. */
function rankingClaims(measure: string, { main, decimal, measureNamed }: Reading): Claim[] {
  const names = cellsOf(/<thead>(.*?)<\/thead>/s.exec(main)![1]!).map(({ cell }) =>
    textOf(cell).replaceAll(softHyphen, ''),
  );
  return rowsOf(main).flatMap(({ head, row }) => {
    const unit = /id="([^"]+)"/.exec(head)?.[1];
    if (unit === undefined) return [];
    return cellsOf(row).flatMap(({ head: of, cell }, column): Claim[] => {
      if (of.includes('class="rank"')) return [{ unit, measure, rank: numberIn(cell) }];
      if (cell.includes('<data ')) return [{ unit, measure, value: exactly(cell, decimal) }];
      const beside = /^(\d[.,]\d{4})<small>(.*)<\/small>$/.exec(cell);
      if (!beside) return [];
      return [{ unit, measure: measureNamed(names[column]!), value: decimal(beside[1]!), rank: numberIn(beside[2]!) }];
    });
  });
}

/** The value for machines and the one for people, which must be one. */
function exactly(cell: string, decimal: (shown: string) => string): string {
  const [, exact, shown] = /<data value="([^"]+)">([^<]+)<\/data>/.exec(cell)!;
  return exact === decimal(shown!) ? exact! : `${exact} and ${shown}`;
}

/** Cells whose value is the door to its provenance; the rank follows within the cell or in the next one. */
function linkedClaims({ main, decimal }: Reading): Claim[] {
  const door = /<a href="[./]*nguon-goc\/([^/]+)\/([^/]+)\/">(\d[.,]\d{4})<\/a>(.*)/s;
  return rowsOf(main).flatMap(({ row }) => {
    const cells = cellsOf(row);
    return cells.flatMap(({ cell }, at): Claim[] => {
      const [, unit, measure, shown, rest] = door.exec(cell) ?? [];
      if (shown === undefined) return [];
      const beside = rest !== '' ? rest! : cells[at + 1]!.cell;
      const [, rank, n] = /^(\d+)\/(\d+)/.exec(textOf(beside)) ?? [undefined, numberIn(textOf(beside))];
      return [
        { unit: unit!, measure: measure!, value: decimal(shown), rank: rank!, ...(n === undefined ? {} : { n }) },
      ];
    });
  });
}

/** The row of the release itself in the history of the unit: those of tables published elsewhere say that they are. */
function historyClaims(unit: string, { main, decimal }: Reading): Claim[] {
  const figure =
    /<details[^>]*>(?:(?!<\/details>).)*?<table.*?<\/table>/s.exec(main.slice(main.indexOf('id="lich-su"')))?.[0] ?? '';
  return rowsOf(figure).flatMap(({ row }): Claim[] => {
    const texts = cellsOf(row).map(({ cell }) => textOf(cell));
    const at = texts.findIndex((text) => /^\d[.,]\d{4}$/.test(text));
    const [, rank, n] = /^(\d+)\/(\d+)$/.exec(texts[at + 1] ?? '') ?? [];
    return at < 0 || rank === undefined ? [] : [{ unit, measure: 'dti', value: decimal(texts[at]!), rank, n: n! }];
  });
}

const mapClaims = ({ main, decimal }: Reading): Claim[] =>
  [...main.matchAll(/<li><a href="[./]*don-vi\/([^/]+)\/">[^<]*<\/a> (\d[.,]\d{4}), ([^<]*)<\/li>/g)].map(
    ([, unit, shown, rank]) => ({ unit: unit!, measure: 'dti', value: decimal(shown!), rank: numberIn(rank!) }),
  );

function leadOf({ main, decimal }: Reading): Pick<Claim, 'value' | 'rank' | 'n'> {
  const lead = /<p class="lead">(.*?)<\/p>/s.exec(main)![1]!;
  const told = textOf(lead.slice(lead.indexOf('</data>')));
  const numbers = told.replace(/\([^)]*\)/g, '').match(/\d+/g) ?? [];
  return { value: exactly(lead, decimal), rank: numbers[0]!, n: numbers[1]! };
}

/** Ends in `S / M = … ≈ 0,8241`, of the value that the link after it leads to. */
function exampleClaims({ main, decimal }: Reading): Claim[] {
  const example = main.slice(main.indexOf('id="vi-du"'));
  const [, before, unit, measure] = /^(.*?)<a href="[./]*nguon-goc\/([^/]+)\/([^/]+)\/"/s.exec(example)!;
  const shown = [...before!.matchAll(/ [=≈] (\d[.,]\d{4})<\/p>/g)].at(-1)![1]!;
  return [{ unit: unit!, measure: measure!, value: decimal(shown) }];
}

/** The official rank and value, and what stands beside it before a weight is moved. */
const triedClaims = ({ main, decimal }: Reading): Claim[] =>
  rowsOf(main).flatMap(({ head, row }) => {
    const unit = /data-unit="([^"]+)"/.exec(head)?.[1];
    if (unit === undefined) return [];
    return [...row.matchAll(/<span>(\d*)<\/span> <small>([^<]*)<\/small>/g)].map(([, rank, shown]) => ({
      ...{ unit, measure: 'dti', value: decimal(shown!), rank: rank! },
    }));
  });
