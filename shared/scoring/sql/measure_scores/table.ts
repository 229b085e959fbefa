import type { OutputTable } from '../output-table.ts';

export const measureScores: OutputTable = {
  table: 'measure_scores',
  description: 'Value and rank of total, main indices and pillars',
  grain: 'submitted unit and measure',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'measure', type: 'varchar', description: 'Code of the measure' },
    { name: 'position', type: 'bigint', description: 'Order of publication' },
    {
      name: 'points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'S times points_scale; NULL: an input is missing',
    },
    { name: 'max_points_scaled', type: 'bigint', description: 'M times points_scale' },
    {
      name: 'value_scaled',
      type: 'bigint',
      nullable: true,
      description: 'S / M times value_scale; NULL: nothing applies',
    },
    {
      name: 'rank',
      type: 'bigint',
      nullable: true,
      description:
        'NULL: the measure, the group or the value is not ranked, or the unit answered too little or nothing of it',
    },
    { name: 'answered_count', type: 'bigint', description: 'Indicators of the measure with figures, carried ones too' },
    { name: 'asked_count', type: 'bigint', description: 'Those and the ones that were not answered' },
  ],
  reads: ['frozen_measure_parts', 'main_index_scores', 'frozen_framework', 'frozen_units', 'frozen_measures'],
  orderBy: ['unit_id', 'position'],
  checks: [
    { check: 'values_within_bounds', reads: ['measure_scores', 'frozen_framework'] },
    { check: 'values_nearest', reads: ['measure_scores', 'frozen_framework'] },
    {
      check: 'ranks_proper',
      reads: ['measure_scores', 'indicator_points', 'frozen_units', 'frozen_measures', 'frozen_framework'],
    },
    { check: 'answers_counted', reads: ['measure_scores', 'indicator_points', 'frozen_measure_parts'] },
    {
      check: 'maxima_of_framework',
      reads: ['measure_scores', 'indicator_points', 'frozen_indicators', 'frozen_measure_parts'],
    },
    { check: 'scores_complete', reads: ['measure_scores', 'frozen_measures', 'frozen_units'] },
  ],
};
