import type { Indicator } from '../../frameworks/framework.ts';
import type { AskedInput, CurrentFigures, Figure } from '../figure.ts';
import { inputNamesOf, makeFinding, noPlace, type Place } from '../finding.ts';
import { askedKey, inputsOf, keyOf } from '../input-key.ts';
import type { Finding, Observation } from '../submission.ts';
import { shownFigure } from '../values/shown-figure.ts';
import { type SaidOfInputs, saidIn, withdrawnFigures } from '../withdrawn-figures.ts';
import { byIndicator, type FigureRule, isLetThrough } from './figure-rule.ts';

/**
 * What the unit has declared does not go in silence. Said only where a note would do: a blank that the framework refuses
 * anyway is MISSING_VALUE, ROW_MISSING or RECORD_MISSING, for whoever wrote the note would be refused a second time.
 */
export const figureWithdrawn: FigureRule = {
  rule: 'FIGURE_WITHDRAWN',
  check: (figures, { framework, current }) =>
    [...byIndicator(figures).values()]
      .map((inputs) => [...inputs.values()])
      .filter((rows) => isLetThrough(rows, framework))
      .flatMap((rows) => withdrawnRows(rows, current))
      .map(({ row, was }) => describe(row, { was, receipt: current!.receipt, place: row.place('value') })),
};

interface WithdrawnRow {
  row: Figure;
  was: Observation;
}

/** Of the rows of one indicator, those that the current submission has a figure for. */
export function withdrawnRows(rows: readonly Figure[], current: CurrentFigures | undefined): WithdrawnRow[] {
  const gone = new Map(withdrawnFigures(current?.observations ?? [], saidIn(rows)).map((was) => [keyOf(was), was]));
  return rows.flatMap((row) => {
    const was = gone.get(askedKey(row));
    return was ? [{ row, was }] : [];
  });
}

/** The same of two submissions that were both accepted, where the later one counts: told, for nothing can be refused. */
export function withdrawnWarnings(
  { receipt, observations }: Pick<CurrentFigures, 'receipt' | 'observations'>,
  later: SaidOfInputs,
  asked: readonly Indicator[],
): Finding[] {
  const gone = new Map(withdrawnFigures(observations, later).map((was) => [keyOf(was), was]));
  return inputsOf(asked).flatMap((input) => {
    const was = gone.get(askedKey(input));
    return was ? [{ ...describe(input, { was, receipt, place: noPlace }), severity: 'warning' }] : [];
  });
}

interface Withdrawn {
  was: Observation;
  receipt: number;
  place: Place;
}

/** Without a place of its own the finding holds the input, as a missing row does. */
function describe(asked: AskedInput, { was, receipt, place }: Withdrawn): Finding {
  const shown = shownFigure(asked, was.value);
  const params = { ...inputNamesOf(asked), receipt: `${receipt}`, was: shown.vi, was_en: shown.en };
  const isPlaced = place.cell !== null || place.row !== null;
  return makeFinding('FIGURE_WITHDRAWN', place, params, isPlaced ? null : askedKey(asked));
}
