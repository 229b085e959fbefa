import { formatDecimal } from '../format/format-decimal.ts';
import type { ScoreboardMeasure, ShownScore, ShownScoreboard } from '../scoring/scoreboard.ts';

/** What a rank or an average must not be told without: of how many answers, of how many units. */

/** `giá trị trung bình của 34 đơn vị là 0,7005`. */
export function averageVi({ average, average_units }: ScoreboardMeasure): string {
  if (average === null) return 'chưa có giá trị trung bình';
  return `giá trị trung bình của ${average_units} đơn vị là ${formatDecimal(average)}`;
}

/** Units in the averages of a table: what its line of averages is headed with. A measure of fewer units says so itself. */
export const averagedUnits = ({ measures }: ShownScoreboard): number =>
  Math.max(0, ...measures.map(({ average_units }) => average_units));

/** `Trung bình 34 đơn vị`. */
export function averagesHeadVi(scoreboard: ShownScoreboard): string {
  const count = averagedUnits(scoreboard);
  return count === 0 ? 'Trung bình' : `Trung bình ${count} đơn vị`;
}

/** True: the average is of other units than the head of its line says. */
export const isOfFewerUnits = ({ average, average_units }: ScoreboardMeasure, scoreboard: ShownScoreboard): boolean =>
  average !== null && average_units < averagedUnits(scoreboard);

/** `40/47`: beside a rank that rests on fewer answers than were asked; empty when all were given. */
export const answeredShare = (score: ShownScore | undefined): string =>
  score?.answered ? `${score.answered.answered}/${score.answered.asked}` : '';

/** True: there is a unit that was asked more than it answered. */
export const leavesAnswersOut = ({ units }: ShownScoreboard): boolean =>
  units.some(({ scores }) => Object.values(scores).some(({ answered }) => answered !== undefined));

/** What that means, where it occurs; `example` is how 3 of 6 is written there. */
export function answeredNoteVi(scoreboard: ShownScoreboard, example: string): string {
  if (!leavesAnswersOut(scoreboard)) return '';
  return `${example}: đơn vị trả lời 3 trong 6 chỉ số thành phần được tính; không trả lời chỉ số nào thì không xếp hạng.`;
}
