import type { OutputTable } from '../output-table.ts';

export const indicatorPoints: OutputTable = {
  table: 'indicator_points',
  description: 'Points of every assessed indicator',
  grain: 'submitted unit and assessed indicator',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    { name: 'main_index', type: 'varchar', description: 'Main index it adds to' },
    { name: 'position', type: 'bigint', description: 'Order of the indicator in the framework' },
    { name: 'points_scaled', type: 'bigint', nullable: true, description: 'Points times points_scale; NULL: no input' },
    { name: 'max_points_scaled', type: 'bigint', description: 'Maximum points times points_scale' },
  ],
  reads: ['frozen_units', 'frozen_indicators', 'frozen_framework', 'frozen_observations'],
  orderBy: ['unit_id', 'position'],
  checks: [
    { check: 'inputs_present', reads: ['frozen_units', 'frozen_indicators', 'frozen_observations'] },
    { check: 'inputs_declared_once', reads: ['frozen_observations'] },
    { check: 'inputs_of_submitted_units', reads: ['frozen_observations', 'frozen_units'] },
    { check: 'inputs_within_bounds', reads: ['frozen_observations', 'frozen_indicators', 'frozen_framework'] },
    { check: 'points_within_maximum', reads: ['indicator_points'] },
    { check: 'points_complete', reads: ['indicator_points', 'frozen_indicators', 'frozen_units'] },
  ],
};
