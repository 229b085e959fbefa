import type { CurrentFigures, Figure } from '../figure.ts';
import { askedKey, keyOf } from '../input-key.ts';

/**
 * A part laid over the submission that stands makes a new whole: a row that was sent takes the place of the figure with its
 * evidence and note, a row that was not leaves all of it standing, and where it came from.
 */
export function layOver(figures: readonly Figure[], { observations, explained }: CurrentFigures): Figure[] {
  const standing = new Map(observations.map((figure) => [keyOf(figure), figure]));
  const notes = new Map(explained.map((blank) => [keyOf(blank), blank.note]));
  return figures.map((figure) => (figure.absent ? keep(figure) : figure));

  function keep(figure: Figure): Figure {
    const kept = standing.get(askedKey(figure));
    if (!kept) return { ...figure, note: notes.get(askedKey(figure)) ?? null };
    const { absent, ...rest } = figure;
    const { value, evidence, evidence_records, note } = kept;
    const records = evidence_records ? { evidence_records } : {};
    return { ...rest, value, blank: false, evidence, ...records, note, kept };
  }
}
