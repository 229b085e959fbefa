import listed from './bodies.json' with { type: 'json' };

/** An office that verifies figures. Its id is for ever: tokens carry it, and names of offices change. */
export interface Body {
  body_id: string;
  /** As frameworks write it in `verified_by_vi`; an office under a new name keeps its id, in a line of its own. */
  name_vi: string;
}

export const bodies: readonly Body[] = listed;

const idOf = new Map(bodies.map(({ name_vi, body_id }) => [name_vi.normalize('NFC'), body_id]));

/** Of the body that a framework names; null: it names none, and then it is the owner's to verify. */
export const bodyIdOf = (nameVi: string | undefined): string | null =>
  nameVi === undefined ? null : (idOf.get(nameVi.normalize('NFC')) ?? null);

/** What an id is called; an id that the list does not have, by itself. */
export const bodyNameVi = (bodyId: string): string =>
  bodies.find(({ body_id }) => body_id === bodyId)?.name_vi ?? bodyId;
