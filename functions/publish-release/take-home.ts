import { changeObject } from '../../shared/lake/change-object.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { type Release, readRelease } from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readPagePaths } from './read-site.ts';

/** Which release stands at the site's root, and what lies there. */
export const homeTurnKey = 'site/home-turn.json';

/** Written before the first page of the turn is put, so that whoever comes after knows of every page that may be there. */
export interface HomeTurn {
  /** One more than that of the turn before, whose pages never take the place of these, however late they are put. */
  number: number;
  release: string;
  /** Every page that was ever put there, by its path, and the release that had it last. */
  pages: Record<string, string>;
}

export interface TurnDeps {
  lake: Bucket;
  table: ScoreTable;
}

/** As versions before this one kept it. */
type KeptTurn = Pick<HomeTurn, 'release'> & Partial<HomeTurn>;

/**
 * The turn in which the release that `choose` finds is put at the site's root. Cut off and begun again, it is the same turn,
 * and goes on where it was. What was chosen is written only if nobody took a turn since: the last turn is of the last choice.
 * Null: there is nothing to show.
 */
export async function takeHome(
  choose: () => Promise<Release | null>,
  deps: TurnDeps,
): Promise<{ release: Release; turn: HomeTurn } | null> {
  let release: Release | null = null;
  const stands = await changeObject(
    deps.lake,
    homeTurnKey,
    async (text) => {
      const known = text === null ? null : (JSON.parse(text) as KeptTurn);
      release = await choose();
      if (!release || (known?.number && known.release === release.release)) return null;
      return JSON.stringify(await nextTurn(known, release, deps));
    },
    { contentType: contentTypeOf('json') },
  );
  return release && { release, turn: JSON.parse(stands!) as HomeTurn };
}

async function nextTurn(known: KeptTurn | null, { release, run_id }: Release, deps: TurnDeps): Promise<HomeTurn> {
  const before = known && (known.pages ?? (await pagesOfKept(known, deps)));
  const own = await pagesOf(release, run_id, deps);
  return { number: (known?.number ?? 0) + 1, release, pages: { ...before, ...own } };
}

/** Of a turn that did not say what it put. */
async function pagesOfKept({ release }: KeptTurn, deps: TurnDeps): Promise<HomeTurn['pages']> {
  const [index = '', group = '', period = '', number = ''] = release.split('/');
  const known = await readRelease(deps.table, { index, group, period }, Number(number.slice(1)));
  return known ? pagesOf(release, known.run_id, deps) : {};
}

async function pagesOf(release: string, runId: string, { lake }: TurnDeps): Promise<HomeTurn['pages']> {
  const paths = await readPagePaths(lake, runId);
  return Object.fromEntries(paths.map((path) => [path, release]));
}

/** Pages at the root that the release shown there does not have. */
export const leftBehind = ({ release, pages }: HomeTurn): [path: string, release: string][] =>
  Object.entries(pages).filter(([, last]) => last !== release);
