import type { OutputTable } from '../output-table.ts';

export const fractionPoints: OutputTable = {
  table: 'fraction_points',
  description: 'Points of indicators that earn a share of their maximum, not yet kept within it',
  grain: 'unit and indicator with a figure',
  columns: [
    { name: 'unit_id', type: 'varchar', description: 'Stable id of the unit in the registry' },
    { name: 'indicator', type: 'varchar', description: 'Code of the indicator' },
    {
      name: 'points_scaled',
      type: 'bigint',
      nullable: true,
      description: 'Points times points_scale, never negative; NULL: a figure is missing',
    },
    {
      name: 'nothing_to_measure',
      type: 'boolean',
      nullable: true,
      description: 'Whether the denominator is zero or less; NULL: it is missing',
    },
  ],
  reads: ['declared_fractions', 'frozen_indicators', 'frozen_framework'],
  orderBy: ['unit_id', 'indicator'],
  checks: [],
};
