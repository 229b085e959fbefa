import { enterPartOfUnit } from '../../shared/http/enter.ts';
import { requireOpenFor } from '../../shared/http/require-period.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { draftVersion } from '../../shared/submission/draft/draft-document.ts';
import { type DraftRow, isSameTyped, type TypedRow } from '../../shared/submission/draft/draft-row.ts';
import {
  type Rival,
  readAllRivals,
  readDraft,
  readRivals,
  type Saved,
  saveRow,
  settleRival,
} from '../../shared/submission/draft/draft-store.ts';
import { askedOf, judgeRows } from '../../shared/submission/draft/judge-draft.ts';
import { type ToldRow, tellRows } from '../../shared/submission/draft/tell-draft.ts';
import { askedKey, type InputCodes, keyOf } from '../../shared/submission/input-key.ts';
import { noteOpened } from '../../shared/submission/note-opened.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import type { ReceiveDeps } from '../../shared/submission/receive-submission.ts';
import { requireOwnRows, requireRoom, requireRows, requireSmall, rowsTaken } from './refusals.ts';

export interface TypedOn extends InputCodes, TypedRow {
  /** Of the row that was seen; 0: nothing was there. */
  version: number;
}

/** Which words: of whom and when. */
export type Words = InputCodes & Pick<Rival, 'filled_by' | 'filled_at'>;

export interface SaveDraftInput extends UnitOf {
  rows: TypedOn[];
  /** Words typed without having seen what stands, about which somebody has chosen. */
  settled: Words[];
}

export type SaveDraftDeps = Pick<ReceiveDeps, 'lake' | 'table' | 'ledger' | 'now'>;

export interface SavedRows {
  /** Of the whole draft, once they are saved. */
  version: string;
  /** As they stand now. */
  rows: ToldRow[];
}

const concurrentWrites = 8;

/**
 * Keeps rows as they are typed. Each stands or falls by itself: one that somebody changed since it was seen is not touched,
 * and both texts are kept and told, 409.
 */
export async function saveDraft(
  { rows: typed, settled, ...of }: SaveDraftInput,
  caller: Caller,
  deps: SaveDraftDeps,
): Promise<SavedRows> {
  const period = await enterPartOfUnit(caller, of, deps.ledger, 'officer');
  requireOpenFor(period, of.unit_id, deps.now());
  const framework = await readPeriodFramework(deps.lake, period.terms);
  const asked = askedOf(framework, of);
  requireRows([...typed, ...settled], new Set(asked.map(askedKey)), framework.framework_id);
  await requireOwnRows([...typed, ...settled], of, caller, deps.table);
  const before = await readDraft(deps.table, of);
  const touched = new Set([...typed, ...settled].map(keyOf));
  requireRoom(before.filter((row) => touched.has(keyOf(row))));
  if (before.length === 0 && typed.length > 0) await noteOpened(of, period, caller, deps);
  const saved = await saveAll(of, { typed, settled, before }, caller, deps);
  const rows = mergeRows(before, saved.outcomes);
  const told = tellRows({
    asked,
    rows,
    rivals: await readRivals(deps.table, of),
    person: saved.person,
    ...judgeRows(framework, of, rows),
  });
  const answer = { version: draftVersion(of, rows), rows: told.filter((row) => touched.has(keyOf(row))) };
  const taken = saved.outcomes.filter(({ outcome }) => outcome === 'taken').map(({ row }) => row);
  if (taken.length > 0) throw rowsTaken(taken, answer);
  return answer;
}

interface SavingAll {
  typed: TypedOn[];
  settled: SaveDraftInput['settled'];
  before: DraftRow[];
}

async function saveAll(
  of: UnitOf,
  { typed, settled, before }: SavingAll,
  caller: Caller,
  { table, ...deps }: SaveDraftDeps,
): Promise<{ outcomes: Saved[]; person: string }> {
  const { subject } = await actorOf(table, caller);
  const all = await readAllRivals(table, of);
  const waiting = all.filter((rival) => !rival.settled);
  requireSmall([...before, ...waiting], textsAfter({ typed, settled, before }, waiting));
  const by = { filled_by: subject, department: caller.department, filled_at: deps.now().toISOString() };
  const standing = new Map(before.map((row) => [keyOf(row), row]));
  const rivals = Map.groupBy(waiting, keyOf);
  const outcomes = await mapConcurrently(typed, concurrentWrites, async ({ version, ...row }) => {
    const current = standing.get(keyOf(row)) ?? null;
    const met = rivals.get(keyOf(row)) ?? [];
    const beside = all.filter((rival) => keyOf(rival) === keyOf(row));
    const saved = await saveRow(table, of, { ...row, typed: row, version, by, rivals: beside }, current);
    if (saved.outcome === 'saved') await settle(ownSaved(met, row, { subject, settled }));
    return saved;
  });
  const chosen = new Set(settled.map(nameWords));
  await settle([...rivals.values()].flat().filter((rival) => chosen.has(nameWords(rival))));
  return { outcomes, person: subject };

  async function settle(own: readonly Rival[]): Promise<void> {
    for (const rival of own) await settleRival(table, of, rival);
  }
}

/**
 * Which of their own words somebody has chosen about by saving: those that are saved, else the last, unless they say which.
 * Others may be of another tab of theirs, and stay to be seen.
 */
function ownSaved(
  met: readonly Rival[],
  row: InputCodes & TypedRow,
  { subject, settled }: { subject: string; settled: readonly Words[] },
): Rival[] {
  const own = met.filter(({ filled_by }) => filled_by === subject);
  const same = own.filter((rival) => isSameTyped(rival, row));
  if (same.length > 0 || settled.some((words) => keyOf(words) === keyOf(row))) return same;
  return own.sort((a, b) => (a.filled_at < b.filled_at ? -1 : 1)).slice(-1);
}

/** All texts that there would be: what is typed on a version that has moved on stands beside the row. */
function textsAfter({ typed, settled, before }: SavingAll, waiting: readonly Rival[]): TypedRow[] {
  const standing = new Map(before.map((row) => [keyOf(row), row]));
  const replaced = new Set(typed.filter((row) => (standing.get(keyOf(row))?.version ?? 0) === row.version).map(keyOf));
  const chosen = new Set(settled.map(nameWords));
  const left = waiting.filter((rival) => !chosen.has(nameWords(rival)));
  return [...before.filter((row) => !replaced.has(keyOf(row))), ...left, ...typed];
}

const nameWords = (words: Words): string => `${keyOf(words)} ${words.filled_by} ${words.filled_at}`;

function mergeRows(before: readonly DraftRow[], saved: readonly Saved[]): DraftRow[] {
  const rows = new Map([...before, ...saved.map(({ row }) => row)].map((row) => [keyOf(row), row]));
  return [...rows.values()].filter(({ version }) => version > 0).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
