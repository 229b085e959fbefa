import type { OutputTable } from '../output-table.ts';

export const indicatorPoints: OutputTable = {
  table: 'indicator_points',
  description: 'Self, appraised and final points of every assessed indicator',
  grain: 'submitted unit and assessed indicator',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    { name: 'main_index', type: 'varchar', description: 'Main index it adds to' },
    { name: 'position', type: 'bigint', description: 'Order of the indicator in the framework' },
    { name: 'state', type: 'varchar', description: 'answered, carried, not_applicable, not_due or not_answered' },
    {
      name: 'self_points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'By its own figures, times points_scale; NULL: it leaves the maximum, or a figure is missing',
    },
    {
      name: 'appraised_points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'By an appraisal, times points_scale; NULL: none, or it leaves the maximum',
    },
    {
      name: 'points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'What counts, times points_scale; NULL: it leaves the maximum, or a figure is missing',
    },
    { name: 'max_points_scaled', type: 'bigint', description: 'Times points_scale; zero where it leaves the maximum' },
  ],
  reads: ['self_points', 'frozen_appraisals'],
  orderBy: ['unit_id', 'position'],
  checks: [
    { check: 'inputs_present', reads: ['unit_answers', 'frozen_inputs', 'frozen_observations'] },
    { check: 'inputs_known', reads: ['frozen_observations', 'frozen_inputs'] },
    { check: 'inputs_declared_once', reads: ['frozen_observations'] },
    { check: 'inputs_of_submitted_units', reads: ['frozen_observations', 'frozen_units'] },
    { check: 'inputs_within_bounds', reads: ['frozen_observations', 'frozen_inputs'] },
    { check: 'points_within_maximum', reads: ['indicator_points'] },
    { check: 'points_complete', reads: ['indicator_points', 'frozen_indicators', 'frozen_units'] },
    { check: 'states_consistent', reads: ['indicator_points', 'frozen_indicators', 'frozen_answers'] },
  ],
};
