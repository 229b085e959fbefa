import { mainIndices, scoredUnits, totalMeasure } from '../release/read-scoreboard.ts';
import type { ShownScoreboard } from '../scoring/scoreboard.ts';
import { regionsOf } from './regions.ts';

/** What a page is about; every page of a release is one of these. */
export type PageSubject =
  | RankingSubject
  /** Ranks before and now, against the release that this one is compared with. */
  | { kind: 'changes' }
  | { kind: 'map' }
  | { kind: 'unit'; unit_id: string }
  | { kind: 'compare'; unit_id: string; other_id: string }
  | { kind: 'main-index'; measure: string }
  | { kind: 'method' }
  | { kind: 'provenance'; unit_id: string; measure: string }
  | { kind: 'data' }
  | { kind: 'corrections' }
  | { kind: 'verify' };

export interface RankingSubject {
  kind: 'ranking';
  measure: string;
  /** Place in the order of its first row, counted from 0: a long table is on several pages. */
  from: number;
  /** Present: in the order of names, not of values. */
  order?: 'name';
  /** Slug of the one region that is shown; absent: all units. */
  region?: string;
}

export type PageKind = PageSubject['kind'];

/** Where it lies below the release's folder (`don-vi/P01-2025/`); the same in both languages. */
export type PageRef = PageSubject & { path: string };

/** Folders below a release's, and below the site's root, where the front page's copies lie. */
export const pageFolders = [
  'xep-hang',
  'ban-do',
  'don-vi',
  'so-sanh',
  'chi-so',
  'phuong-phap',
  'nguon-goc',
  'du-lieu',
  'dinh-chinh',
  'kiem-tra',
] as const;

const pathOf = (subject: PageSubject, home: string): string => {
  switch (subject.kind) {
    case 'ranking':
      return rankingPath(subject, home);
    case 'changes':
      return changesPath;
    case 'map':
      return 'ban-do/';
    case 'unit':
      return `don-vi/${subject.unit_id}/`;
    case 'compare':
      return `so-sanh/${subject.unit_id}/${subject.other_id}/`;
    case 'main-index':
      return `chi-so/${subject.measure}/`;
    case 'method':
      return 'phuong-phap/';
    case 'provenance':
      return `nguon-goc/${subject.unit_id}/${subject.measure}/`;
    case 'data':
      return 'du-lieu/';
    case 'corrections':
      return 'dinh-chinh/';
    case 'verify':
      return 'kiem-tra/';
  }
};

/**
 * From a page to the folder that all pages of its release lie in, as its links begin: they hold in both places where a page
 * stands, and weigh little.
 */
export const rootFrom = ({ path }: Pick<PageRef, 'path'>): string => '../'.repeat(path.split('/').length - 1) || './';

/** Where ranks before and now stand. */
export const changesPath = 'xep-hang/thay-doi/';

/**
 * `xep-hang/awareness/`, `xep-hang/awareness/tu-101/`, `xep-hang/ten/`, `xep-hang/vung/bac-trung-bo/`; the first page of
 * all at the root.
 */
export function rankingPath({ measure, from, order, region }: Omit<RankingSubject, 'kind'>, home: string): string {
  if (region) return `xep-hang/vung/${region}/`;
  const part = from > 0 ? `tu-${from + 1}/` : '';
  if (order) return `xep-hang/ten/${part}`;
  return measure === home && part === '' ? '' : `xep-hang/${measure}/${part}`;
}

/** Rows of one page: more would weigh too much for a weak phone. */
export const rowsOfPage = 100;

/** Groups of at most so many units have a page for every pair; larger ones for each unit and those next to it. */
const unitsWithAllPairs = 40;
/** On each side, in a larger group. */
const neighbours = 2;

/** The group whose units have shapes on the map. */
const mappedGroup = 'province34';

/** A map shows the total, of units that have a shape; of a table published elsewhere there is none. */
export const hasMap = (scoreboard: ShownScoreboard): boolean =>
  isComputed(scoreboard) && scoreboard.group === mappedGroup && totalMeasure(scoreboard) !== null;

/** Ranks of the total are what changes are told of; a release that carries another's over ranks nobody. */
export const hasChanges = (scoreboard: ShownScoreboard): boolean =>
  isComputed(scoreboard) && totalMeasure(scoreboard)?.ranked === true;

/** The measure that the release's first page ranks by: the total, or the first main index where none is published. */
export const homeMeasure = (scoreboard: ShownScoreboard): string =>
  totalMeasure(scoreboard)?.measure ?? mainIndices(scoreboard)[0]?.measure ?? '';

/** Whether the release was computed here, from declared figures; else it is a table published elsewhere. */
export const isComputed = (scoreboard: ShownScoreboard): boolean => !scoreboard.release.endsWith('/published');

/** `rankings`: where a release is made for its files, as by a command; the rest of the pages nobody would read. */
export type SiteExtent = 'all' | 'rankings';

/** Every page of a release, in a fixed order; what it lists is all that links may lead to. */
export function listPages(scoreboard: ShownScoreboard, extent: SiteExtent = 'all'): PageRef[] {
  const home = homeMeasure(scoreboard);
  const subjects = extent === 'rankings' ? rankings(scoreboard) : allPages(scoreboard);
  return subjects.map((subject) => ({ ...subject, path: pathOf(subject, home) }));
}

const allPages = (scoreboard: ShownScoreboard): PageSubject[] =>
  isComputed(scoreboard) ? computedPages(scoreboard) : publishedPages(scoreboard);

/** A table published elsewhere has nothing below its values. */
const publishedPages = (scoreboard: ShownScoreboard): PageSubject[] => [
  ...rankings(scoreboard),
  ...mainIndices(scoreboard).map(({ measure }): PageSubject => ({ kind: 'main-index', measure })),
  ...scoreboard.units.map(({ unit_id }): PageSubject => ({ kind: 'unit', unit_id })),
  { kind: 'data' },
];

const computedPages = (scoreboard: ShownScoreboard): PageSubject[] => [
  ...publishedPages(scoreboard),
  ...(hasMap(scoreboard) ? [{ kind: 'map' } as const] : []),
  ...(hasChanges(scoreboard) ? [{ kind: 'changes' } as const] : []),
  ...provenances(scoreboard),
  { kind: 'method' },
  { kind: 'corrections' },
  { kind: 'verify' },
  ...pairs(scoreboard).map(([unit_id, other_id]): PageSubject => ({ kind: 'compare', unit_id, other_id })),
];

/** Of every figure: whoever sent nothing has none. */
const provenances = (scoreboard: ShownScoreboard): PageSubject[] =>
  scoredUnits(scoreboard).flatMap(({ unit_id }) =>
    scoreboard.measures.map(({ measure }): PageSubject => ({ kind: 'provenance', unit_id, measure })),
  );

/** By each measure, by name, and of each region: every order and every choice that a link can ask for. */
function rankings(scoreboard: ShownScoreboard): PageSubject[] {
  const measure = homeMeasure(scoreboard);
  const starts = rankingStarts(scoreboard);
  return [
    ...scoreboard.measures.flatMap(({ measure }) =>
      starts.map((from): PageSubject => ({ kind: 'ranking', measure, from })),
    ),
    ...starts.map((from): PageSubject => ({ kind: 'ranking', measure, from, order: 'name' })),
    ...regionsOf(scoreboard).map(({ slug }): PageSubject => ({ kind: 'ranking', measure, from: 0, region: slug })),
  ];
}

/** Where each page of a ranking begins: `[0, 100]` of 168 units. */
export const rankingStarts = (scoreboard: ShownScoreboard): number[] =>
  Array.from(
    { length: Math.max(1, Math.ceil(scoredUnits(scoreboard).length / rowsOfPage)) },
    (_, page) => page * rowsOfPage,
  );

/** Unit ids of pairs in the order of the release, the better first; both have figures. */
export function pairs(scoreboard: ShownScoreboard): [string, string][] {
  const ids = scoredUnits(scoreboard).map(({ unit_id }) => unit_id);
  const reach = reachIn(ids);
  return ids.flatMap((id, place) =>
    ids.slice(place + 1, place + 1 + reach).map((other): [string, string] => [id, other]),
  );
}

/** The pairs that a unit is in: those above it first. */
export function pairsOf(scoreboard: ShownScoreboard, unitId: string): [string, string][] {
  const ids = scoredUnits(scoreboard).map(({ unit_id }) => unit_id);
  const place = ids.indexOf(unitId);
  if (place < 0) return [];
  const reach = reachIn(ids);
  const above = ids.slice(Math.max(0, place - reach), place).map((other): [string, string] => [other, unitId]);
  return [...above, ...ids.slice(place + 1, place + 1 + reach).map((other): [string, string] => [unitId, other])];
}

const reachIn = (ids: string[]) => (ids.length <= unitsWithAllPairs ? ids.length : neighbours);
