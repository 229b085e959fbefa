import type { Finding, Observation } from '../../shared/submission/submission.ts';

/** A warning that the figures were sent with, and what the officer wrote beside the row. */
export interface WarningLeft extends Pick<Finding, 'rule' | 'sheet' | 'cell' | 'message_vi' | 'message_en'> {
  /** As typed; null: nothing. */
  note: string | null;
}

export const warningsLeft = (findings: readonly Finding[], figures: readonly Observation[]): WarningLeft[] =>
  findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ rule, sheet, cell, message_vi, message_en, row }) => ({
      ...{ rule, sheet, cell, message_vi, message_en },
      note: figures.find((figure) => figure.note !== null && isBeside(figure, { sheet, cell, row }))?.note ?? null,
    }));

/** In the same row of the sheet, or of the table. */
const isBeside = (figure: Observation, { sheet, cell, row }: Pick<Finding, 'sheet' | 'cell' | 'row'>): boolean =>
  cell === null ? row !== null && figure.row === row : figure.sheet === sheet && rowOf(figure.cell) === rowOf(cell);

const rowOf = (cell: string | null): string => /\d+$/.exec(cell ?? '')?.[0] ?? '';
