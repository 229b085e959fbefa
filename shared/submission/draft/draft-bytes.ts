import type { Figure } from '../figure.ts';
import { askedKey, codesOf } from '../input-key.ts';
import type { TypedRow } from './draft-row.ts';

/**
 * A draft as the table of the API that it is sent as: one element of each input that is asked, in that order; what was
 * understood in the place of what was typed, for JSON has one notation only. The same draft is the same bytes.
 */
export function bytesOfDraft(figures: readonly Figure[], typed: ReadonlyMap<string, TypedRow>): Uint8Array {
  const elements = figures.map((figure) => {
    const { evidence, note } = typed.get(askedKey(figure)) ?? { evidence: null, note: null };
    return { ...codesOf(figure), value: figure.value, evidence, note };
  });
  return new TextEncoder().encode(JSON.stringify(elements));
}
