import type { PublishedScore, Scoreboard } from '../../scoring/scoreboard.ts';
import type { Figure, FigurePart, FigureVerdicts } from './verification.ts';

/** Every figure of two tables of one release, side by side; what only one of them has stands against null. */
export function listFigures(published: Scoreboard, recomputed: Scoreboard): FigureVerdicts {
  const [left, right] = [figuresOf(published), figuresOf(recomputed)];
  const figures = [...new Set([...left.keys(), ...right.keys()])].map((key) => {
    const { text: _, ...figure } = (left.get(key) ?? right.get(key))!;
    return { ...figure, published: left.get(key)?.text ?? null, recomputed: right.get(key)?.text ?? null };
  });
  return { figures, elsewhere: differingPlaces(withoutFigures(published), withoutFigures(recomputed)) };
}

type Told = Pick<Figure, 'unit_id' | 'measure' | 'part'> & { text: string | null };

const parts = ['value', 'points', 'max_points', 'rank'] as const satisfies FigurePart[];

function figuresOf({ units, measures }: Scoreboard): Map<string, Told> {
  const ofUnits = units.flatMap(({ unit_id, scores }) =>
    Object.entries(scores).flatMap(([measure, score]) =>
      parts.map((part): Told => ({ unit_id, measure, part, text: textOf(score[part]) })),
    ),
  );
  const averages = measures.map(
    ({ measure, average }): Told => ({ unit_id: null, measure, part: 'average', text: textOf(average) }),
  );
  return new Map([...ofUnits, ...averages].map((told) => [`${told.unit_id} ${told.measure} ${told.part}`, told]));
}

/** `?`: where a byte of its name was changed there is none under that name, which is not to say that there is no figure. */
const textOf = (figure: string | number | null): string | null => (figure === null ? null : String(figure ?? '?'));

/** What is left of a table once its figures are taken out, by unit, so that one unit more does not shift the others. */
const withoutFigures = ({ units, measures, ...header }: Scoreboard) => ({
  ...header,
  measures: measures.map(({ average: _, ...measure }) => measure),
  units: Object.fromEntries(
    units.map(({ scores, ...unit }, position) => [
      unit.unit_id,
      {
        ...unit,
        position,
        scores: Object.fromEntries(Object.entries(scores).map(([code, score]) => [code, bare(score)])),
      },
    ]),
  ),
});

const bare = ({ answered }: PublishedScore) => ({ answered });

/** JSON pointers to what is not the same in two values of plain data. */
function differingPlaces(left: unknown, right: unknown, at = ''): string[] {
  if (!isBranch(left) || !isBranch(right)) return Object.is(left, right) ? [] : [at];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => differingPlaces(left[key], right[key], `${at}/${key}`));
}

const isBranch = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
