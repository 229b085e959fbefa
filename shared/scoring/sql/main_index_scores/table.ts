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
    { name: 'answered_count', type: 'bigint', description: 'Indicators with figures, carried ones too' },
    { name: 'asked_count', type: 'bigint', description: 'Those and the ones that were not answered' },
  ],
  reads: ['frozen_measure_parts', 'frozen_units', 'indicator_points'],
  orderBy: ['unit_id', 'main_index'],
  checks: [{ check: 'sums_add_up', reads: ['main_index_scores', 'indicator_points'] }],
};
