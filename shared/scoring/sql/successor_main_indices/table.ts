import type { OutputTable } from '../output-table.ts';

export const successorMainIndices: OutputTable = {
  table: 'successor_main_indices',
  description: "Main indices of a merged unit, from its predecessors' published values",
  grain: 'successor unit and main index',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the successor' },
    { name: 'measure', type: 'varchar', description: 'Code of the main index' },
    { name: 'position', type: 'bigint', description: 'Order of publication' },
    {
      name: 'value_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Mean times value_scale; NULL: a predecessor has none',
    },
    { name: 'predecessor_count', type: 'bigint', description: 'Predecessors in the mean' },
  ],
  reads: ['frozen_predecessor_scores', 'frozen_measures'],
  orderBy: ['unit_id', 'position'],
  checks: [
    {
      check: 'predecessors_complete',
      reads: ['frozen_predecessor_scores', 'frozen_measures', 'successor_main_indices'],
    },
  ],
};
