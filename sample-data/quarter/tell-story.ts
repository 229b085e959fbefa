import { predecessorsOf } from '../../shared/units/registry.ts';
import type { Unit } from '../../shared/units/unit.ts';
import type { DeclaredInput } from './declare-unit.ts';
import type { Draw } from './draw.ts';

/** Who plays which part, by unit_id; null where the group is too small to lose a unit, or nobody was merged. */
export interface Story {
  /** Sends nothing. */
  late: string | null;
  /** Its only file has a cell that is not a number. */
  rejected: string | null;
  /** Sends a second file, in which a figure of the first is put right. */
  corrected: string | null;
  /** Leaves one indicator blank. */
  unanswered: string | null;
  /** Declares sums over the units that it was formed from, and says so. */
  merged: string | null;
}

/** A group with fewer units plays no part: its ranking would be the story. */
const fewestUnits = 10;

export function castStory(units: readonly Unit[], draw: Draw, words: string[]): Story {
  const order = units.toSorted((a, b) => lot(a) - lot(b));
  function lot({ unit_id }: Unit): number {
    return draw([...words, unit_id, 'lot'], 0, 1_000_000_000);
  }
  const merged = order.find((unit) => unit.formed_from.length > 1);
  const [late, rejected, corrected, unanswered] =
    units.length < fewestUnits ? [] : order.filter((unit) => unit !== merged);
  const id = (unit: Unit | undefined) => unit?.unit_id ?? null;
  return {
    late: id(late),
    rejected: id(rejected),
    corrected: id(corrected),
    unanswered: id(unanswered),
    merged: id(merged),
  };
}

/** Text where a number belongs: the file is rejected, with the cell named. */
export const withWrongCell = (values: readonly DeclaredInput[]): DeclaredInput[] =>
  changeFirstNumerator(values, () => 'đang tổng hợp');

/** A numerator with its last digits forgotten: every rule lets it pass, and the next file puts it right. */
export const withSlip = (values: readonly DeclaredInput[]): DeclaredInput[] =>
  changeFirstNumerator(values, (value) => value.split('.')[0]!.slice(0, -1) || '0');

function changeFirstNumerator(values: readonly DeclaredInput[], change: (value: string) => string): DeclaredInput[] {
  const place = values.findIndex(({ input, value }) => input === 'numerator' && value !== '0');
  return values.map((figure, i) => (i === place ? { ...figure, value: change(figure.value) } : figure));
}

/** Without the figures of the last indicator. */
export function withBlank(values: readonly DeclaredInput[]): DeclaredInput[] {
  const left = values.at(-1)?.indicator;
  return values.filter(({ indicator }) => indicator !== left);
}

/** Notes at the sums of a merged unit whose figures they are. */
export function withSums(values: readonly DeclaredInput[], unit: Unit): DeclaredInput[] {
  const names = predecessorsOf(unit).map(({ name_vi }) => name_vi);
  const note = `Cộng số liệu của ${names.join(', ')}`;
  return values.map((figure) =>
    figure.input === 'denominator' && figure.value !== '0' ? { ...figure, note } : figure,
  );
}
