import type { TypedRow } from '../../../../../shared/submission/draft/draft-row.ts';
import type { ToldRow } from '../../../../../shared/submission/draft/tell-draft.ts';
import type { SavedRows, Words } from '../../../../save-draft/save-draft.ts';
import { ApiProblem, NetworkLost, post } from '../../api.ts';
import type { Word } from '../../words.ts';
import type { UnsavedKeep } from './unsaved.ts';

/**
 * `still`: as the server told it. `taken`: somebody changed the row since it was seen. `refused`: typing again tries
 * again. All others say themselves.
 */
export type SaveState = 'still' | 'unsaved' | 'saving' | 'failing' | 'saved' | 'taken' | 'refused';

export interface RowState {
  /** As the server last told it. */
  told: ToldRow;
  /** As it stands on the screen. */
  typed: TypedRow;
  /** Version that was seen when it was typed. */
  base: number;
  state: SaveState;
  trouble: Word | null;
  /** Sent and not answered: what of it stands on the server is no other person's. */
  sent: TypedRow[];
}

export type Rival = ToldRow['rivals'][number];

export interface DraftStore {
  /** Of the draft in the API. */
  path: string;
  get: (key: string) => RowState;
  all: () => RowState[];
  type: (key: string, change: Partial<TypedRow>) => void;
  /** Saves what is typed now. */
  flush: () => void;
  /** Of a row that was taken: the own words, or those that stand. */
  choose: (key: string, whose: 'mine' | 'theirs') => void;
  /** About words of somebody else beside a row: they take the place of what stands, or show no more. */
  settle: (key: string, rival: Rival, take: boolean) => void;
  /** Takes what the server tells of rows that nobody types in here. */
  refresh: (rows: readonly ToldRow[]) => void;
  /** `key`: of one row; null: of any. */
  subscribe: (key: string | null, tell: () => void) => () => void;
  close: () => void;
}

export const keyOf = ({ indicator, input }: { indicator: string; input: string }): string => `${indicator}/${input}`;

const typedOf = ({ value, evidence, note }: TypedRow): TypedRow => ({ value, evidence, note });
const isSame = (one: TypedRow, other: TypedRow): boolean =>
  JSON.stringify(typedOf(one)) === JSON.stringify(typedOf(other));

/** As the API takes it: blank is null. */
const cleaned = ({ value, evidence, note }: TypedRow): TypedRow => ({
  value: blankToNull(value),
  evidence: typeof evidence === 'string' ? blankToNull(evidence) : evidence,
  note: blankToNull(note),
});
const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

const restMs = 700;
const pausesMs = [2_000, 4_000, 8_000, 15_000, 30_000];
const pauseOf = (failures: number): number => pausesMs[Math.min(failures, pausesMs.length) - 1]!;
const unsavedStates: readonly SaveState[] = ['unsaved', 'saving', 'failing', 'taken', 'refused'];

/** The rows of a draft on the screen: typed at once, saved by themselves, one request at a time. */
export function openDraftStore(path: string, told: readonly ToldRow[], keep: UnsavedKeep): DraftStore {
  const rows = new Map<string, RowState>(told.map((row) => [keyOf(row), still(row)]));
  const listeners = new Map<string | null, Set<() => void>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFlying = false;
  let failures = 0;
  /** Sent by itself: together with others it was refused. */
  const alone = new Set<string>();
  /** Words that somebody has chosen about, told with the next save. */
  let chosen: Words[] = [];
  let isClosed = false;

  for (const [key, { typed, base, sent }] of Object.entries(keep.read())) {
    const row = rows.get(key);
    if (!row) continue;
    rows.set(key, { ...row, typed, base, sent, state: isSame(row.told, cleaned(typed)) ? 'still' : 'unsaved' });
  }
  const online = () => void flush();
  addEventListener('online', online);
  if (due().length > 0) schedule(0);

  function due(): [string, RowState][] {
    return [...rows].filter(([, { state }]) => state === 'unsaved' || state === 'failing');
  }

  function set(key: string, change: Partial<RowState>): void {
    rows.set(key, { ...rows.get(key)!, ...change });
    const open = [...rows].filter(([, { state }]) => unsavedStates.includes(state));
    keep.write(Object.fromEntries(open.map(([name, { typed, base, sent }]) => [name, { typed, base, sent }])));
    for (const tell of [...(listeners.get(key) ?? []), ...(listeners.get(null) ?? [])]) tell();
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(flush, ms);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (isFlying || isClosed) return;
    const waiting = due();
    const single = waiting.find(([key]) => alone.delete(key));
    const sending = single ? [single] : waiting;
    const settled = chosen;
    if (sending.length + settled.length === 0) return;
    isFlying = true;
    for (const [key, { typed, sent }] of sending) set(key, { state: 'saving', sent: [...sent.slice(-9), typed] });
    const typed = sending.map(([, row]) => ({ ...codesOf(row.told), version: row.base, ...cleaned(row.typed) }));
    try {
      applySaved((await post<SavedRows>(`${path}/rows`, { rows: typed, settled })).rows);
      failures = 0;
      chosen = chosen.filter((words) => !settled.includes(words));
    } catch (error) {
      fail(
        error,
        sending.map(([key]) => key),
      );
    }
    isFlying = false;
    if (due().length + (failures > 0 ? chosen.length : 0) > 0) schedule(failures > 0 ? pauseOf(failures) : 0);
  }

  function applySaved(saved: readonly ToldRow[]): void {
    for (const row of saved) {
      const { typed, sent, state } = rows.get(keyOf(row))!;
      if (state === 'saving') set(keyOf(row), { ...still(row), typed, state: 'saved' });
      // Typed on since: what stands is the own earlier text.
      else if (state === 'unsaved' && sent.length > 0) set(keyOf(row), { ...still(row), typed, state });
      else refresh([row]);
    }
  }

  function applyTaken(taken: readonly ToldRow[]): void {
    for (const row of taken) {
      const { typed, sent } = rows.get(keyOf(row))!;
      const isOwn = row.filled?.own === true && sent.some((one) => isSame(row, cleaned(one)));
      if (isOwn) set(keyOf(row), { ...still(row), typed, state: 'unsaved' });
      else if (isSame(row, cleaned(typed))) set(keyOf(row), { ...still(row), state: 'saved' });
      else set(keyOf(row), { told: row, sent: [], state: 'taken' });
    }
  }

  function fail(error: unknown, keys: string[]): void {
    if (error instanceof NetworkLost || (error instanceof ApiProblem && error.status >= 500)) {
      failures++;
      for (const key of keys) if (rows.get(key)!.state === 'saving') set(key, { state: 'failing' });
      return;
    }
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === 'row-taken') {
      applySaved(error.members.saved as ToldRow[]);
      applyTaken(error.members.taken as ToldRow[]);
      return;
    }
    refuse(error, keys);
  }

  /** One row of several may be why: then each is sent by itself. */
  function refuse(error: ApiProblem, keys: string[]): void {
    chosen = [];
    for (const key of keys) {
      if (keys.length > 1) alone.add(key);
      if (rows.get(key)!.state !== 'saving') continue;
      set(key, keys.length > 1 ? { state: 'unsaved' } : { state: 'refused', trouble: error.detail });
    }
  }

  function type(key: string, change: Partial<TypedRow>): void {
    const row = rows.get(key)!;
    const typed = { ...row.typed, ...change };
    set(key, { typed, state: row.state === 'taken' ? 'taken' : 'unsaved', trouble: null });
    schedule(restMs);
  }

  function choose(key: string, whose: 'mine' | 'theirs'): void {
    const { told: row } = rows.get(key)!;
    // The last of one's own is what this tab has sent; earlier ones are of other tabs, and stay to be seen.
    const own = row.rivals
      .filter((rival) => rival.own)
      .sort((a, b) => (a.filled_at < b.filled_at ? -1 : 1))
      .slice(-1);
    if (whose === 'mine') {
      tellChosen(key, own);
      set(key, { base: row.version, sent: [], state: 'unsaved' });
      schedule(0);
      return;
    }
    set(key, { ...still({ ...row, rivals: row.rivals.filter((rival) => !own.includes(rival)) }), state: 'saved' });
    tellChosen(key, own);
  }

  function settle(key: string, rival: Rival, take: boolean): void {
    const { told: row } = rows.get(key)!;
    set(key, { told: { ...row, rivals: row.rivals.filter((one) => one !== rival) } });
    if (take) type(key, typedOf(rival));
    tellChosen(key, [rival]);
  }

  function tellChosen(key: string, rivals: readonly Rival[]): void {
    const codes = codesOf(rows.get(key)!.told);
    chosen = [...chosen, ...rivals.map(({ filled_by, filled_at }) => ({ ...codes, filled_by, filled_at }))];
    schedule(0);
  }

  function refresh(fresh: readonly ToldRow[]): void {
    for (const row of fresh) {
      const { state, told: before } = rows.get(keyOf(row)) ?? {};
      if (!state || (state !== 'still' && state !== 'saved')) continue;
      if (row.version < before!.version || JSON.stringify(row) === JSON.stringify(before)) continue;
      set(keyOf(row), { ...still(row), state: row.version === before!.version ? state : 'still' });
    }
  }

  return {
    path,
    get: (key) => rows.get(key)!,
    all: () => [...rows.values()],
    type,
    flush: () => void flush(),
    choose,
    settle,
    refresh,
    subscribe: (key, tell) => {
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(tell));
      return () => own.delete(tell);
    },
    close: () => {
      void flush();
      isClosed = true;
      clearTimeout(timer);
      removeEventListener('online', online);
    },
  };
}

const still = (told: ToldRow): RowState => ({
  told,
  typed: typedOf(told),
  base: told.version,
  state: 'still',
  trouble: null,
  sent: [],
});

const codesOf = ({ indicator, input }: ToldRow) => ({ indicator, input });
