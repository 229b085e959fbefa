import type { Caller } from '../../shared/identity/caller.ts';
import type { Changes } from '../../shared/release/changes/changes.ts';
import { changesPath } from '../../shared/release/changes/changes-json.ts';
import type { Corrections } from '../../shared/release/corrections/corrections.ts';
import { correctionsPath } from '../../shared/release/corrections/corrections-json.ts';
import { findPreparedText, readPreparedScoreboard } from '../../shared/release/run-files.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { type ReadRunDeps, readRun, requirePrepared } from './read-run.ts';

/** Units of a page: some 700 KB of a scoreboard. */
const unitsPerPage = 500;

export interface Paged {
  run_id: string;
  /** First place of the page, from 0; null: the first. */
  cursor: number | null;
}

/** The preview on a screen: what would be published, page by page. */
export async function readRunScoreboard(
  { run_id, cursor }: Paged,
  caller: Caller,
  deps: ReadRunDeps,
): Promise<Scoreboard & { next: string | null }> {
  requirePrepared(await readRun(run_id, caller, deps));
  const scoreboard = await readPreparedScoreboard(deps.lake, run_id);
  return { ...scoreboard, ...pageOf(scoreboard.units, cursor) };
}

export interface RunChanges {
  run_id: string;
  /** What the measures below are called. */
  measures: { measure: string; name_vi: string; name_en: string }[];
  /** Against the last comparable release of an earlier period; null: there is none. */
  changes: Changes | null;
  /** Against the release that it would take the place of; null: it would be the first of its period. */
  corrections: Corrections | null;
  next: string | null;
}

/** What differs from the last release, each with its cause; units page by page. */
export async function readRunChanges(
  { run_id, cursor }: Paged,
  caller: Caller,
  deps: ReadRunDeps,
): Promise<RunChanges> {
  requirePrepared(await readRun(run_id, caller, deps));
  const read = async <T>(path: string): Promise<T | null> => {
    const text = await findPreparedText(deps.lake, run_id, path);
    return text === null ? null : (JSON.parse(text) as T);
  };
  const [changes, corrections, { measures }] = await Promise.all([
    read<Changes>(changesPath),
    read<Corrections>(correctionsPath),
    readPreparedScoreboard(deps.lake, run_id),
  ]);
  const pages = [changes, corrections].flatMap((one) => (one ? [pageOf<unknown>(one.units, cursor).next] : []));
  return {
    run_id,
    measures: measures.map(({ measure, name_vi, name_en }) => ({ measure, name_vi, name_en })),
    changes: changes && { ...changes, units: pageOf(changes.units, cursor).units },
    corrections: corrections && { ...corrections, units: pageOf(corrections.units, cursor).units },
    next: pages.find((next) => next !== null) ?? null,
  };
}

function pageOf<Unit>(units: Unit[], cursor: number | null): { units: Unit[]; next: string | null } {
  const from = cursor ?? 0;
  const end = from + unitsPerPage;
  return { units: units.slice(from, end), next: units.length > end ? String(end) : null };
}
