import type { QueueRow, ShownFigure } from '../../../../read-decisions/queue-row.ts';
import { showFigure } from '../../parts/figure.ts';

/** As a form shows it. */
export const shownValue = (row: QueueRow, figure: ShownFigure, value: string): string =>
  showFigure({ ...figure, unit_of_measure_vi: row.unit_of_measure_vi, decimals: 0 }, value);

/** `45.120 / 62.300` */
export const declared = (row: QueueRow): string =>
  row.figures.map((figure) => shownValue(row, figure, figure.value)).join(' / ') || '–';
