import type { ShownScore, ShownScoreboard } from '../scoring/scoreboard.ts';
import { isComputed } from './page-list.ts';
import { useView } from './view.ts';
import { noFigure, rankingWords as words } from './words/ranking-words.ts';
import { decimal } from './words/scoreboard-words.ts';
import { tieNote } from './words/unit-words.ts';

interface FigureProps {
  scoreboard: ShownScoreboard;
  unitId: string;
  measure: string;
  score: ShownScore | undefined;
}

/** A value as the door to where it comes from; behind a table published elsewhere there is nothing. */
export function Figure({ scoreboard, unitId, measure, score }: FigureProps) {
  const { language, root } = useView();
  if (!score) return noFigure(scoreboard, measure, language);
  const shown = decimal(score.value, language);
  return isComputed(scoreboard) ? <a href={`${root}nguon-goc/${unitId}/${measure}/`}>{shown}</a> : shown;
}

/** `2/34`, and who else has the rank. */
export function RankOfAll({ scoreboard, measure, score }: Omit<FigureProps, 'unitId'>) {
  const { language } = useView();
  const rank = score?.rank ?? null;
  if (rank === null) return words.unranked[language];
  const note = tieNote(scoreboard, measure, rank, language);
  return (
    <>
      {rank}/{countRanked(scoreboard, measure)}
      {note !== '' && <small>{note}</small>}
    </>
  );
}

/** What a rank of the measure is of. */
export const countRanked = ({ units }: Pick<ShownScoreboard, 'units'>, measure: string): number =>
  units.filter(({ scores }) => (scores[measure]?.rank ?? null) !== null).length;
