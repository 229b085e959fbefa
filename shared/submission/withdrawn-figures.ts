import type { Figure } from './figure.ts';
import { codesOf, type InputCodes, keyOf } from './input-key.ts';
import type { ExplainedBlank, Observation } from './submission.ts';

/** What a submission says of its inputs: those with a figure, and those left blank with a note. */
export interface SaidOfInputs {
  observations: readonly InputCodes[];
  explained: readonly ExplainedBlank[];
}

/** A value that could not be read is not left out. */
export const saidIn = (figures: readonly Figure[]) => ({
  observations: figures.filter(({ blank }) => !blank).map(codesOf),
  explained: figures.flatMap((figure): ExplainedBlank[] =>
    figure.blank && figure.note !== null ? [{ ...codesOf(figure), note: figure.note }] : [],
  ),
});

/**
 * Figures of one submission that a later one lacks without a note saying why. A note that stood beside the figure already,
 * as a prefilled form brings it back, says nothing of why it went.
 */
export function withdrawnFigures(
  earlier: readonly Observation[],
  { observations, explained }: SaidOfInputs,
): Observation[] {
  const declared = new Set(observations.map(keyOf));
  const notes = new Map(explained.map((blank) => [keyOf(blank), blank.note]));
  return earlier.filter((figure) => {
    const why = notes.get(keyOf(figure)) ?? null;
    return !declared.has(keyOf(figure)) && (why === null || why === figure.note);
  });
}
