import type { TypedRow } from '../../../../../shared/submission/draft/draft-row.ts';

/** Words of a row that the server may not have: kept in this tab over a reload and a sign-in. */
export interface UnsavedRow {
  typed: TypedRow;
  /** The version that was seen. */
  base: number;
  /** What was sent and not answered: should it stand on the server, it is no other person's. */
  sent: TypedRow[];
}

export type Unsaved = Readonly<Record<string, UnsavedRow>>;

export interface UnsavedKeep {
  read: () => Unsaved;
  write: (rows: Unsaved) => void;
}

/** `name` says whose and of what, so that nobody else who signs in at this tab finds it. */
export function keepUnsaved(name: string): UnsavedKeep {
  const key = `dti-draft:${name}`;
  return {
    read: () => JSON.parse(sessionStorage.getItem(key) ?? '{}') as Unsaved,
    write: (rows) =>
      Object.keys(rows).length === 0
        ? sessionStorage.removeItem(key)
        : sessionStorage.setItem(key, JSON.stringify(rows)),
  };
}
