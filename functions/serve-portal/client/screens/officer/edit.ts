import type { GridRow } from '../../../../../shared/submission/grid/build-grid.ts';

/** What was changed of a row on the screen, as typed; a field that is absent stands as the file has it. */
export interface Edit {
  value?: string;
  evidence?: string;
  note?: string;
}

/** By `indicator/input`. */
export type Edits = Readonly<Record<string, Edit>>;

export const rowKey = ({ indicator, input }: Pick<GridRow, 'indicator' | 'input'>): string => `${indicator}/${input}`;
