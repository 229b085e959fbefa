import type { Language } from '../../../shared/site/language.ts';
import type { Claim } from './claims.ts';
import { decimalOf } from './page-claims.ts';

interface Reading {
  unitNamed: (name: string) => string;
  measureNamed: (name: string) => string;
  decimal: (shown: string) => string;
}

/** Names as embeds write them. */
interface Named {
  unitNamed: (name: string) => string;
  measureNamed: (name: string) => string;
}

const textOf = (markup: string) => markup.replace(/<[^>]+>/g, '').trim();

/** Of the embeds of a release, pages and pictures, by their path below its folder; the total is `dti`. */
export function embedClaims(files: ReadonlyMap<string, string>, { unitNamed, measureNamed }: Named): Claim[] {
  return [...files].flatMap(([path, text]) => {
    const language = / lang="(vi|en)"/.exec(text)![1] as Language;
    const named: Reading = { unitNamed, measureNamed, decimal: decimalOf(language) };
    const [, name = ''] = /\/([^/]+?)(?:\/index\.html|\.svg)$/.exec(path) ?? [];
    if (path.endsWith('.svg')) return name === 'ranking' ? rankingPicture(text, named) : unitPicture(name, text, named);
    return name === 'ranking' ? rankingEmbed(text, named) : unitEmbed(name, text, named);
  });
}

/** `1`, `Hà Nội`, `0,8241`; a dash where there is none. */
function totalOf([rank = '', name = '', value = '']: string[], { unitNamed, decimal }: Reading): Claim {
  const isRanked = /^\d+$/.test(rank);
  const unit = unitNamed(isRanked ? name : name.replace(/ \([^()]*\)$/, ''));
  return { unit, measure: 'dti', rank: isRanked ? rank : '', value: value === '–' ? '' : decimal(value) };
}

const rankingEmbed = (page: string, named: Reading): Claim[] =>
  [
    ...page.matchAll(/<tr><td class="rank">(.*?)<\/td><th scope="row">(.*?)<\/th><td class="value">(.*?)<\/td><\/tr>/g),
  ].map(([, rank, name, value]) => totalOf([rank!, textOf(name!), value!], named));

const rankingPicture = (svg: string, named: Reading): Claim[] =>
  linesOf(svg).map((line) => totalOf(/^(\d+|–) (.*) (\S+)$/.exec(line)!.slice(1), named));

/** `Hạng 2/34 · giá trị 0,7952`, `Đồng hạng 2/34 (3 đơn vị) · …`, `Không xếp hạng · …`; null: it says why there is none. */
function resultOf(unit: string, text: string, decimal: Reading['decimal']): Claim[] {
  const [, rank, n, value] =
    /(?:(?:ạng|Rank|Tied at) (\d+)\/(\d+)(?: \(\d+ [^()]+\))?|Không xếp hạng|Not ranked) · (?:giá trị|value) (\S+)/.exec(
      text,
    ) ?? [];
  if (value === undefined) return [];
  const ranked = rank === undefined ? { rank: '' } : { rank, n: n! };
  return [{ unit, measure: 'dti', value: decimal(value), ...ranked }];
}

function unitEmbed(unit: string, page: string, { measureNamed, decimal }: Reading): Claim[] {
  const rows = page.matchAll(
    /<tr><th scope="row">(.*?)<\/th><td class="value">(.*?)<\/td><td>(\d*)[^<]*(?:<small>.*?<\/small>)?<\/td><\/tr>/g,
  );
  return [
    ...resultOf(unit, textOf(/<p class="figure">(.*?)<\/p>/s.exec(page)![1]!), decimal),
    ...[...rows].map(([, name, value, rank]) => ({
      ...{ unit, measure: measureNamed(textOf(name!)), value: decimal(value!), rank: rank! },
    })),
  ];
}

function unitPicture(unit: string, svg: string, { measureNamed, decimal }: Reading): Claim[] {
  return [
    ...resultOf(unit, /<title>(.*?)<\/title>/s.exec(svg)![1]!, decimal),
    ...linesOf(svg).map((line) => {
      const [, name, value] = /^(.*) (\S+)$/.exec(line)!;
      return { unit, measure: measureNamed(name!), value: decimal(value!) };
    }),
  ];
}

/** What a picture says in words, which must be what it draws. */
function linesOf(svg: string): string[] {
  const told = /<desc>(.*?)<\/desc>/s.exec(svg)![1]!;
  const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
  const lines = told === '' ? [] : told.split('; ');
  const missing = lines.flatMap((line) => line.split(' ')).filter((word) => !drawn.some((text) => text.includes(word)));
  if (missing.length > 0) throw new Error(`told but not drawn: ${missing.join(' ')}`);
  return lines;
}
