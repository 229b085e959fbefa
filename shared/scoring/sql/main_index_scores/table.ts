import type { OutputTable } from '../output-table.ts';

export const mainIndexScores: OutputTable = {
  table: 'main_index_scores',
  description: 'S and M of every main index, before any division',
  grain: 'submitted unit and main index',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'main_index', type: 'varchar', description: 'Code of the main index' },
    {
      name: 'points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'S times points_scale; NULL: an input is missing',
    },
    { name: 'max_points_scaled', type: 'bigint', description: 'M times points_scale' },
  ],
  reads: ['frozen_measure_parts', 'frozen_units', 'indicator_points'],
  orderBy: ['unit_id', 'main_index'],
  checks: [],
};
