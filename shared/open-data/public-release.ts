import { comparePeriodEnds, lastDayOf, parsePeriod } from '../periods/period.ts';
import type { ManifestFile } from '../release/manifest.ts';
import type { CorrectionReason } from '../release/selection.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';

/** A release that is out, as its own files say: what catalogue, feeds and sitemap tell of it. Never changes. */
export interface PublicRelease {
  /** What all its units share; `kind` only of a table that was published elsewhere and is kept here. */
  header: Omit<Scoreboard, 'units'> & { kind?: 'published' };
  released_at: string;
  /** Which release it took the place of, and why; null: it is the first of its period. */
  correction: { corrects: string; reason: CorrectionReason | null } | null;
  /** Whether pages stand under its address. */
  paged: boolean;
  /** All but the inputs, `manifest.json` itself among them. */
  files: ManifestFile[];
}

/** Group and period of an index: its releases, of which the newest is current. */
export interface ReleaseLine {
  index: string;
  group: string;
  period: string;
}

export const lineOf = ({ index, group, period }: ReleaseLine): string => `${index}/${group}/${period}`;

/** Its last part: `r2`, `published`. */
export const shortNameOf = ({ header }: PublicRelease): string =>
  header.release.slice(header.release.lastIndexOf('/') + 1);

const numberOf = (release: PublicRelease): number => Number(/^r(\d+)$/.exec(shortNameOf(release))?.[1] ?? 0);

/** By index, group, end of period and number: one order for all files, whatever order they were released in. */
export function inOrder(releases: readonly PublicRelease[]): PublicRelease[] {
  return releases.toSorted((a, b) => compare(a, b) || numberOf(a) - numberOf(b) || byText(nameOf(a), nameOf(b)));
}

function compare({ header: a }: PublicRelease, { header: b }: PublicRelease): number {
  const byGroup = byText(a.index, b.index) || byText(a.group, b.group);
  return byGroup || comparePeriodEnds(parsePeriod(a.period), parsePeriod(b.period)) || byText(a.period, b.period);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nameOf = ({ header }: PublicRelease) => header.release;

/** Releases of each line, oldest first, lines in order. */
export const byLine = (releases: readonly PublicRelease[]): Map<string, PublicRelease[]> =>
  Map.groupBy(inOrder(releases), ({ header }) => lineOf(header));

/** Of one release at least. */
export const newestInstant = (releases: readonly PublicRelease[]): string =>
  releases
    .map(({ released_at }) => released_at)
    .sort()
    .at(-1)!;

/** What took the place of each release that is not current, by its name. */
export const successorsOf = (releases: readonly PublicRelease[]): Map<string, PublicRelease> =>
  new Map(
    [...byLine(releases).values()].flatMap((line) =>
      line.slice(0, -1).map((release, position) => [release.header.release, line[position + 1]!] as const),
    ),
  );

/** First and last day of what was assessed. */
export function daysOf({ period, closing_date }: Pick<Scoreboard, 'period' | 'closing_date'>): {
  from: string;
  to: string;
} {
  const { year, quarter } = parsePeriod(period);
  const firstMonth = quarter === null ? 1 : 3 * quarter - 2;
  return {
    from: `${year}-${String(firstMonth).padStart(2, '0')}-01`,
    to: closing_date || lastDayOf(parsePeriod(period)),
  };
}
