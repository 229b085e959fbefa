/** What was found in a text, with what stands before and behind it. */
export interface Cut<T> {
  found: T;
  before: string;
  after: string;
}

/** Opens or closes what was cut out, and says nothing by itself. */
const openEdge = /[\s,:;(–—-]+$/u;
const closedEdge = /^[\s,:;)–—-]+/u;

export interface Extent<T> {
  index: number;
  length: number;
  found: T;
}

/** `announcing`: words that go with what is cut out, where they stand right before it. */
export function cutAt<T>(text: string, { index, length, found }: Extent<T>, announcing?: RegExp): Cut<T> {
  const edged = text.slice(0, index).replace(openEdge, '');
  const before = announcing ? edged.replace(announcing, '').replace(openEdge, '') : edged;
  return { found, before, after: text.slice(index + length).replace(closedEdge, '') };
}

/** Cuts the first find out of a list of pieces; what is left of its piece are pieces of their own. Null: it is in none. */
export function cutPieces<T>(
  pieces: string[],
  find: (text: string) => Cut<T> | null,
): { found: T; pieces: string[] } | null {
  for (const [at, piece] of pieces.entries()) {
    const cut = find(piece);
    if (!cut) continue;
    const left = [cut.before, cut.after].filter((part) => part !== '');
    return { found: cut.found, pieces: [...pieces.slice(0, at), ...left, ...pieces.slice(at + 1)] };
  }
  return null;
}
